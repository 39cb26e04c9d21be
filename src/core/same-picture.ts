/**
 * Whether two addresses show one picture: equal but for scheme, size and what image servers write
 * behind the question mark. WordPress and its like keep the sizes of a picture beside each other
 * (`mill.jpg`, `mill-300x200.jpg`, `mill-scaled.jpg`).
 */
export const isSamePicture = (a: string, b: string): boolean => a === b || nameOf(a) === nameOf(b);

function nameOf(address: string): string {
  const url = URL.parse(address);
  if (url === null) return address;
  const isFile = /\.[a-z]{3,4}$/i.test(url.pathname);
  const path = url.pathname.replace(SIZE, "");
  // A script that serves pictures tells them apart by its query.
  return `${url.host}${path}${isFile ? "" : url.search}`;
}

const SIZE = /-(?:\d{2,5}x\d{2,5}|scaled|rotated)(?=\.[a-z]{3,4}$)/i;

/** Whether a text in our own sanitised form shows a picture, in whatever size. */
export function showsPicture(html: string, address: string): boolean {
  return [...html.matchAll(/<img src="([^"]*)"/g)].some(([, src = ""]) =>
    isSamePicture(src.replaceAll("&quot;", '"').replaceAll("&amp;", "&"), address),
  );
}
