// A place to drop a file on, with a button that opens one: whoever does not use a mouse loses nothing.
import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from './button.tsx';

interface FileDropProps {
  /** What the button says, and the field is called: "Open a file". */
  readonly label: string;
  /** Endings that are taken, as an input has them: ".csv,.xlsx". */
  readonly accept: string;
  readonly isBusy?: boolean;
  readonly isMain?: boolean;
  readonly onFile: (file: File) => void;
  /** What stands above the button. */
  readonly children: ReactNode;
  /** Buttons that stand before the one that opens a file. */
  readonly actions?: ReactNode;
}

export function FileDrop({
  label,
  accept,
  isBusy = false,
  isMain = false,
  onFile,
  children,
  actions,
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file && !isBusy) onFile(file);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    // Text that is dragged into a field inside is the field's matter.
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    take(event.dataTransfer.files);
  };
  return (
    <fieldset
      aria-label={label}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={`min-w-0 rounded border border-dashed p-4 ${isOver ? 'border-accent bg-mark' : 'border-rule'}`}
    >
      {children}
      <div className="mt-3 flex flex-wrap gap-3">
        {actions}
        <Button
          isMain={isMain}
          disabled={isBusy}
          onClick={() => input.current?.click()}
          className="inline-flex items-center gap-2"
        >
          <Upload aria-hidden className="size-4" /> {label}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept={accept}
        aria-label={label}
        tabIndex={-1}
        hidden
        onChange={(event) => {
          take(event.target.files);
          // The same file may be opened twice in a row.
          event.target.value = '';
        }}
      />
    </fieldset>
  );
}
