global using static Lossary.Data.Invariants;
