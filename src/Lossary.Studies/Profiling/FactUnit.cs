namespace Lossary.Studies;

/// <summary>How a fact's number is to be read and written.</summary>
public enum FactUnit
{
    /// <summary>A number without a unit, such as an index.</summary>
    Number,

    /// <summary>How many.</summary>
    Count,

    /// <summary>A part of the whole, in [0, 1].</summary>
    Share,

    /// <summary>A probability under the hypothesis that there is nothing to see.</summary>
    PValue,

    /// <summary>A length on the target's own scale.</summary>
    Target,

    /// <summary>0 for no, 1 for yes.</summary>
    Flag,
}
