/** What kind of care a line is; coverage tables, limits and caps speak of categories. */
export const CATEGORIES = [
  'consultation',
  'visit',
  'specialist-act',
  'surgery',
  'imaging',
  'biology',
  'pathology',
  'paramedical',
  'dental-care',
  'dental-prosthesis',
  'orthodontics',
  'medicine',
  'optics',
  'device',
  'hospital-stay',
  'dialysis',
  'transport',
] as const;

export type Category = (typeof CATEGORIES)[number];
