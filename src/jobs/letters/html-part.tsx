import { htmlOf, raw } from "../../jsx/markup.ts";
import type { LetterContent } from "./content.ts";

// Mail readers know little CSS and no custom properties, so the colours of the tokens stand here once more.
const nila = "#26348b";
const kunyit = "#f5b301";
const kertas = "#f4f1ea";
const tinta = "#16202e";
const abu = "#51606f";
const font = "'Plus Jakarta Sans', 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const paragraph = `margin:0 0 18px;font-family:${font};font-size:17px;line-height:1.55;color:${tinta}`;
const small = `margin:0 0 12px;font-family:${font};font-size:14px;line-height:1.5;color:${abu}`;

/** The letter as HTML: tables and inline styles, since that is what mail readers draw alike; no picture, nothing fetched. */
export function htmlPart(letter: LetterContent): string {
  return htmlOf(
    <>
      {raw("<!DOCTYPE html>")}
      <html lang={letter.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light" />
          <title>{letter.subject}</title>
        </head>
        <body style={`margin:0;padding:0;background:${kertas}`}>
          <table role="presentation" width="100%" cellpadding="0" cellspacing="0" style={`background:${kertas}`}>
            <tr>
              <td align="center" style="padding:24px 12px">
                <table
                  role="presentation"
                  width="100%"
                  cellpadding="0"
                  cellspacing="0"
                  style="max-width:600px;background:#ffffff;border-radius:14px;overflow:hidden"
                >
                  <Head />
                  <tr>
                    <td style="padding:32px 28px 20px">
                      <Body {...letter} />
                    </td>
                  </tr>
                </table>
                <p style={`${small};max-width:600px;margin-top:16px`}>{letter.footer}</p>
              </td>
            </tr>
          </table>
        </body>
      </html>
    </>,
  );
}

function Head() {
  return (
    <tr>
      <td
        style={`padding:20px 28px;background:${nila};border-bottom:4px solid ${kunyit};font-family:${font};font-size:22px;font-weight:700;color:#ffffff`}
      >
        Daftar
      </td>
    </tr>
  );
}

function Body(letter: LetterContent) {
  return (
    <>
      <h1 style={`margin:0 0 20px;font-family:${font};font-size:26px;line-height:1.25;color:${tinta}`}>
        {letter.heading}
      </h1>
      {letter.words !== undefined && <p style={small}>{letter.words}</p>}
      <p style={paragraph}>{letter.greeting}</p>
      <p style={paragraph}>{letter.text}</p>
      {letter.facts.length > 0 && <Facts facts={letter.facts} />}
      {letter.lines.length > 0 && (
        <ul style={`${paragraph};padding-left:22px`}>
          {letter.lines.map((line) => (
            <li style="margin-bottom:6px">{line}</li>
          ))}
        </ul>
      )}
      <Action {...letter} />
      <p style={paragraph}>{letter.note}</p>
      {letter.leave !== undefined && (
        <p style={small}>
          <a href={letter.leave.href} style={`color:${nila}`}>
            {letter.leave.text}
          </a>
        </p>
      )}
      {letter.warning !== undefined && (
        <p style={`${small};padding:12px 14px;border-left:4px solid ${kunyit};background:${kertas}`}>
          {letter.warning}
        </p>
      )}
      {letter.noWords !== undefined && <p style={small}>{letter.noWords}</p>}
    </>
  );
}

/** In one block; what stands alone, as a code, is what the letter is for. */
function Facts({ facts }: Pick<LetterContent, "facts">) {
  const size = facts.length === 1 ? ";font-size:20px" : "";
  return (
    <p style={`${paragraph};font-weight:700${size}`}>
      {facts.map((fact, at) => (
        <>
          {at > 0 && <br />}
          {fact}
        </>
      ))}
    </p>
  );
}

function Action({ button, plainLink }: LetterContent) {
  return (
    <>
      <table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 22px">
        <tr>
          <td style={`background:${nila};border-radius:8px`}>
            <a
              href={button.href}
              style={`display:inline-block;padding:14px 26px;font-family:${font};font-size:17px;font-weight:700;color:#ffffff;text-decoration:none`}
            >
              {button.text}
            </a>
          </td>
        </tr>
      </table>
      <p style={small}>
        {plainLink}
        <br />
        <a href={button.href} style={`color:${nila};word-break:break-all`}>
          {button.href}
        </a>
      </p>
    </>
  );
}
