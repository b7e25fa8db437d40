import { describe, expect, it } from "vitest";
import { compiledProgram, npwpPribadi, tennisClub } from "../../test/programs/compiled.ts";
import { toyRegions } from "../../test/programs/regions.ts";
import { editable, withChanges } from "./corrections.ts";
import type { JourneyState, TypedPage } from "./journey.ts";
import { sampleApplication } from "./sample.ts";

const now = new Date("2026-11-21T02:00:00Z");
const npwp = compiledProgram(npwpPribadi, toyRegions());
const submitted = sampleApplication(npwp, now);

function change(state: JourneyState, pages: Readonly<Record<string, TypedPage>>): JourneyState {
  const changed = Object.entries(pages).map(([page, values]) => [page, { ...state.typed[page], ...values }]);
  return { ...state, typed: { ...state.typed, ...Object.fromEntries(changed) } };
}

describe("after a return", () => {
  it("only what was marked may change, a page, a field or a document", () => {
    expect(editable(npwp, ["alamat_ktp"], submitted, submitted)).toEqual(new Set(["alamat_ktp"]));
    expect(editable(npwp, ["nik", "foto_ktp"], submitted, submitted)).toEqual(new Set(["identitas", "foto_ktp"]));
    expect(editable(npwp, ["no_such_thing"], submitted, submitted)).toEqual(new Set());
  });

  it("a changed marked answer opens the pages and documents that it asks for, and they stay open once filled", () => {
    const changed = change(submitted, { sumber: { sumber_penghasilan: ["pekerjaan", "usaha"] } });
    const open = new Set(["sumber", "kegiatan_usaha", "tempat_usaha", "izin_usaha"]);
    expect(editable(npwp, ["sumber"], submitted, changed)).toEqual(open);
    const filled = sampleApplication(npwp, now, 0, { sumber: { sumber_penghasilan: ["pekerjaan", "usaha"] } });
    expect(editable(npwp, ["sumber"], submitted, filled)).toEqual(open);
  });

  it("a page opens that is no longer valid, as a NIK when the date of birth changes", () => {
    const club = compiledProgram(tennisClub, toyRegions());
    const before = sampleApplication(club, now);
    const after = change(before, { tingkat: { tingkat_main: "mahir", peringkat: "7" } });
    expect(editable(club, ["tingkat_main"], before, after)).toEqual(new Set(["tingkat", "pelatih", "surat_peringkat"]));
  });

  it("a change smuggled into a closed page opens nothing and is left out", () => {
    const smuggled = change(submitted, {
      sumber: { sumber_penghasilan: ["usaha"] },
      kisaran: { kisaran_penghasilan: "mulai_20_juta" },
    });
    const open = editable(npwp, ["kisaran"], submitted, smuggled);
    expect(open).toEqual(new Set(["kisaran"]));
    const kept = withChanges(open, submitted, smuggled);
    expect(kept.typed["sumber"]).toEqual(submitted.typed["sumber"]);
    expect(kept.typed["kisaran"]).toEqual({ kisaran_penghasilan: "mulai_20_juta" });
  });
});
