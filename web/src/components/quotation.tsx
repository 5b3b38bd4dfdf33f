// Words of a report in quotation marks. Words that bring their own marks get no others.
interface QuotationProps {
  readonly words: string;
  readonly className?: string;
}

export function Quotation({ words, className = '' }: QuotationProps) {
  const isMarked = /^["“”„«‘]/u.test(words);
  return (
    <blockquote dir="auto" className={`font-serif ${className}`}>
      {isMarked ? words : `“${words}”`}
    </blockquote>
  );
}
