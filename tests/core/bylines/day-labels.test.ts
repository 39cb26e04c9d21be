import { describe, expect, it } from "vitest";
import { saysOther, saysPublished, saysUpdated } from "../../../src/core/bylines/day-labels.ts";

describe("what a line says a day is", () => {
  it.each([
    ["de", "Veröffentlicht am", "Aktualisiert:", "Mitglied seit"],
    ["en", "Published on", "Last updated", "Joined:"],
    ["fr", "Publié le", "Mis à jour le", "Inscription :"],
    ["es", "Publicado el", "Actualizado:", "Nacida el"],
    ["it", "Pubblicato il", "Ultimo aggiornamento", "Nato il"],
    ["nl", "Gepubliceerd op", "Bijgewerkt:", "Lid sinds"],
    ["pt", "Publicado em", "Atualizado:", "Membro desde"],
    ["pl", "Opublikowano", "Aktualizacja:", "Dołączył:"],
    ["sv", "Publicerad", "Uppdaterad", "Medlem sedan"],
    ["da", "Udgivet", "Opdateret den", "Medlem siden"],
    ["no", "Publisert:", "Sist oppdatert", "Født"],
    ["cs", "Publikováno:", "Aktualizováno:", "Registrace:"],
    ["hu", "Közzétéve:", "Frissítve:", "Született:"],
    ["ro", "Publicat:", "Actualizat:", "Născut:"],
    ["tr", "Yayınlanma:", "Güncelleme:", "Kayıt:"],
    ["uk", "Опубліковано:", "Оновлено:", "Народився"],
    ["ru", "Опубликовано:", "Обновлено:", "Регистрация:"],
    ["el", "Δημοσίευση:", "Ενημέρωση:", "Εγγραφή:"],
    ["fi", "Julkaistu", "Päivitetty", "Liittynyt:"],
  ])("%s", (_, published, updated, other) => {
    expect([published, updated, other].map(saysPublished)).toEqual([true, false, false]);
    expect([published, updated, other].map(saysUpdated)).toEqual([false, true, false]);
    expect([published, updated, other].map(saysOther)).toEqual([false, false, true]);
  });

  it("is told by whole words right before the day", () => {
    expect(saysPublished("Published by the harbour board, which met on")).toBe(false);
    expect(saysOther("She was born in Kiel and wrote this on")).toBe(false);
    expect(saysOther("Reborn")).toBe(false);
    expect(saysUpdated("Unmodifiedly")).toBe(false);
  });
});
