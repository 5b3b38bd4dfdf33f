// A button that looks like a link: for what is at hand beside a text and is not the page's purpose.
import type { ButtonHTMLAttributes } from 'react';

export function TextButton({
  className = '',
  type = 'button',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type={type}
      className={`min-h-6 text-accent underline disabled:text-quiet disabled:no-underline ${className}`}
      {...rest}
    />
  );
}
