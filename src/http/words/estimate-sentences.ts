import type { Sentence } from '#domain/decision/reasons/reason-sentences.ts';

/** What whoever reads an estimate must know of it. */
export const ESTIMATE_STATEMENT: Sentence = {
  fr:
    "Estimation à titre d'information, selon les règles et les cumuls de cet instant. Elle " +
    "n'engage personne et rien n'en est conservé : seule la décision sur la feuille envoyée fait " +
    'foi, et des soins décidés entre-temps peuvent la changer.',
  ar:
    'تقدير على سبيل الإخبار، حسب القواعد والمبالغ المتراكمة في هذه اللحظة. لا يلزم أحدا ولا ' +
    'يحفظ منه شيء: المعتمد هو القرار بشأن الورقة المرسلة وحده، وقد تغيره علاجات يبت فيها قبل ذلك.',
  en:
    'An estimate for information, by the rules and accumulators of this moment. It binds nobody ' +
    'and nothing of it is kept: only the decision on the sheet that is sent counts, and care ' +
    'decided in between may change it.',
};
