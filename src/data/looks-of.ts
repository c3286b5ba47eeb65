const DATE = /^\d{1,4}([-/.])\d{1,2}\1\d{1,4}([T ].*)?$/;
const TIME = /^\d{1,2}:\d{2}(:\d{2})?/;

/** What texts look like that are too many to be kinds. */
export function looksOf(texts: readonly string[]): string {
  const share = (isOne: (text: string) => boolean): number =>
    texts.filter(isOne).length / texts.length;
  if (share((text) => DATE.test(text)) > 0.5) return "dates";
  if (share((text) => TIME.test(text)) > 0.5) return "times";
  if (share((text) => /\s/.test(text.trim())) > 0.5) return "free text";
  return "names or identifiers";
}
