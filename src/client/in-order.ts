/** Hands results over in the order of their index (0, 1, ...), each as soon as it is its turn. */
export function inOrder<Result>(
  emit: (result: Result) => void,
): (index: number, result: Result) => void {
  const early = new Map<number, Result>();
  let turn = 0;
  return (index, result) => {
    early.set(index, result);
    for (let next = early.get(turn); next !== undefined; next = early.get(turn)) {
      early.delete(turn);
      turn += 1;
      emit(next);
    }
  };
}
