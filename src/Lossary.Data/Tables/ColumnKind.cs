namespace Lossary.Data;

/// <summary>What a column's cells hold.</summary>
public enum ColumnKind
{
    /// <summary>Numbers.</summary>
    Numeric,

    /// <summary>Texts, of which each distinct one is a level.</summary>
    Categorical,

    /// <summary>Nothing: every cell is missing.</summary>
    Missing,
}
