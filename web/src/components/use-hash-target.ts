// Brings the part of a page that its address names into view, once the part is there.
import { useEffect } from 'react';

export function useHashTarget(): void {
  useEffect(() => {
    const id = location.hash.slice(1);
    if (id !== '') document.getElementById(id)?.scrollIntoView();
  }, []);
}
