/** Longest sides and qualities that are tried in turn: from what an officer reads with ease to what is still legible. */
const attempts = [
  { side: 2400, quality: 0.85 },
  { side: 2000, quality: 0.8 },
  { side: 1600, quality: 0.75 },
  { side: 1280, quality: 0.7 },
  { side: 1000, quality: 0.6 },
] as const;

/** Whether a picture of this kind can be made smaller here and still be taken. */
export function isShrinkable(file: { readonly type: string }, types: readonly string[]): boolean {
  return (file.type === "image/jpeg" || file.type === "image/png") && types.includes("image/jpeg");
}

/** The name of the JPEG that a picture becomes. */
export function jpegName(name: string): string {
  return `${name.replace(/\.[^.]*$/, "") || "foto"}.jpg`;
}

/** The size of a picture whose longest side is at most `side`; never larger than it is. */
export function fitted(width: number, height: number, side: number): { width: number; height: number } {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * Makes a photograph small enough for its slot, upright and as a JPEG, before it is sent: a poor line then carries
 * a tenth. Undefined when the browser cannot read it or it stays too large; the server then says what is wrong.
 */
export async function shrinkPicture(file: File, maxBytes: number): Promise<File | undefined> {
  try {
    const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
    for (const { side, quality } of attempts) {
      const blob = await draw(picture, side, quality);
      if (blob !== null && blob.size <= maxBytes) return new File([blob], jpegName(file.name), { type: "image/jpeg" });
    }
  } catch {
    return undefined;
  }
  return undefined;
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(picture.width, picture.height, side));
  const context = canvas.getContext("2d");
  if (context === null) return Promise.resolve(null);
  // A JPEG has no transparency; what was see-through becomes paper, not black.
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/jpeg", quality));
}
