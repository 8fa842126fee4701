/** The theme part: what people get when they add charts, tables and colours of their own keeps to the same family. */
import { THEME_COLOURS, type ThemeData } from '../look-data.ts';
import { XML_START, xmlAttribute } from './xml.ts';

export function themePart(theme: ThemeData): string {
  const name = xmlAttribute(theme.name);
  const colours = THEME_COLOURS.map(
    (each, i) => `<a:${each}><a:srgbClr val="${theme.colours[i] ?? '000000'}"/></a:${each}>`,
  ).join('');
  const fonts = `<a:latin typeface="${xmlAttribute(theme.font)}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const plainFill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const plainLine = (width: number) =>
    `<a:ln w="${String(width)}" cap="flat" cmpd="sng" algn="ctr">${plainFill}<a:prstDash val="solid"/></a:ln>`;
  const noEffect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return (
    `${XML_START}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements>` +
    `<a:clrScheme name="${name}"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${colours}</a:clrScheme>` +
    `<a:fontScheme name="${name}"><a:majorFont>${fonts}</a:majorFont><a:minorFont>${fonts}</a:minorFont></a:fontScheme>` +
    `<a:fmtScheme name="${name}"><a:fillStyleLst>${plainFill.repeat(3)}</a:fillStyleLst>` +
    `<a:lnStyleLst>${[6350, 12700, 19050].map(plainLine).join('')}</a:lnStyleLst>` +
    `<a:effectStyleLst>${noEffect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${plainFill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme>` +
    `</a:themeElements></a:theme>`
  );
}
