using Lossary.Data;

namespace Lossary.Studies;

/// <summary>What bears on the choice of a loss, of a table and its target.</summary>
public sealed class DataProfile
{
    /// <summary>The data.</summary>
    public required Table Table { get; init; }

    /// <summary>What is to be predicted.</summary>
    public required Target Target { get; init; }

    /// <summary>The numbers, as the rules of the decision table see them.</summary>
    public required FactSet Facts { get; init; }

    /// <summary>
    /// What the user should know: leaking, constant and identifier-like columns, patterns of missing values.
    /// </summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What features explain of the target; null where rows or features are too few to say.</summary>
    public Baseline? Baseline { get; init; }
}
