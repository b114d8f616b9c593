/**
 * Text in lines of a width: as much on each as fits, broken at spaces where there are some, else after the & of a
 * link, else within the word. A no-break space holds together.
 *
 * @param room and what `widthOf` measures: in the same pixels
 */
export function wrapped(text: string, room: number, widthOf: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (rest !== '' && widthOf(rest) > room) {
    const fits = Math.max(1, fitting(rest, room, widthOf));
    const space = rest[fits] === ' ' ? fits : rest.lastIndexOf(' ', fits - 1);
    const and = rest.lastIndexOf('&', fits - 1) + 1;
    lines.push(rest.slice(0, space > 0 ? space : and || fits));
    rest = rest.slice(space > 0 ? space + 1 : and || fits);
  }
  return rest === '' && lines.length > 0 ? lines : [...lines, rest];
}

/** How many letters of the text fit, by halving: a longer beginning is never narrower. */
export function fitting(text: string, room: number, widthOf: (text: string) => number): number {
  let [fits, most] = [0, text.length];
  while (fits < most) {
    const middle = (fits + most + 1) >> 1;
    if (widthOf(text.slice(0, middle)) <= room) fits = middle;
    else most = middle - 1;
  }
  return fits;
}
