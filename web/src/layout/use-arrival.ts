// A new page is begun at its top, and read out from its beginning, as if the browser had loaded it. Going back leaves it
// to the browser to find the place where the reader was; an address with a part leaves it to the page.
import { useEffect, useRef } from 'react';
import { useLocation } from 'wouter';

/** @param main id of the element that holds the page */
export function useArrival(main: string): void {
  const [path] = useLocation();
  const arrived = useRef(path);
  const isBack = useRef(false);
  useEffect(() => {
    const note = (): void => {
      isBack.current = true;
    };
    addEventListener('popstate', note);
    return () => removeEventListener('popstate', note);
  }, []);
  useEffect(() => {
    const isHere = arrived.current === path;
    const leavesAlone = isBack.current || location.hash !== '';
    arrived.current = path;
    isBack.current = false;
    if (isHere || leavesAlone) return;
    scrollTo(0, 0);
    document.getElementById(main)?.focus({ preventScroll: true });
  }, [path, main]);
}
