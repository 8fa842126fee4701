/** The table that the visual is fed with: read from the sheet in stretches, and again when its cells have changed. */
import type { ExcelHost } from 'isu-excel-host';
import { useEffect, useState } from 'react';
import { stayAwake } from '../workbook/stay-awake.ts';
import { exportPlace, placeIn, readModel, type ModelPlace, type SheetModel } from './model-of-sheet.ts';

/** In milliseconds: what is changed cell by cell is read once. */
const CALM = 400;

export interface Fed {
  readonly place: ModelPlace | null;
  readonly model: SheetModel | null;
  readonly takeSheet: (name: string) => void;
}

export function useModel({ workbook }: ExcelHost): Fed {
  const [place, setPlace] = useState(() => exportPlace(workbook));
  const [model, setModel] = useState<SheetModel | null>(null);
  useEffect(() => {
    if (!place) return;
    let isWanted = true;
    const pause = pauseWhile(() => isWanted);
    void readModel(place, pause).then((read) => {
      if (read) setModel(read);
    });
    return () => {
      isWanted = false;
    };
  }, [place]);
  useEffect(() => {
    let calm: ReturnType<typeof setTimeout> | undefined;
    const end = workbook.events.listen((event) => {
      const isOurs = 'sheet' in event && event.sheet === place?.sheet;
      if (isOurs ? !['changed', 'calculated', 'renamed', 'deleted'].includes(event.kind) : place !== null)
        return;
      clearTimeout(calm);
      calm = setTimeout(() => {
        const isThere = place !== null && workbook.sheets.includes(place.sheet);
        setPlace(isThere ? placeIn(place.sheet) : exportPlace(workbook));
      }, CALM);
    });
    return () => {
      clearTimeout(calm);
      end();
    };
  }, [workbook, place]);
  return {
    place,
    model: model !== null && model.place.sheet === place?.sheet ? model : null,
    takeSheet: (name) => {
      const sheet = workbook.sheets.find((each) => each.name === name);
      const found = sheet && placeIn(sheet);
      if (found) setPlace(found);
    },
  };
}

/** Lets clicks and drawing in between two stretches; false when what is made is wanted no more. */
export function pauseWhile(isWanted: () => boolean): () => Promise<boolean> {
  const awake = stayAwake();
  return async () => {
    await awake();
    return isWanted();
  };
}
