namespace Lossary.Losses;

/// <summary>What penalties on parameters read.</summary>
internal static class PenaltyInputs
{
    /// <summary>Numbers of any shape.</summary>
    public static IReadOnlyList<InputCard> Parameters { get; } =
    [
        new("parameter", @"\theta", InputKind.Real, "…", "the parameters, or activations") { IsDifferentiable = true },
    ];

    /// <summary>A matrix.</summary>
    public static IReadOnlyList<InputCard> Rows { get; } =
    [
        new("parameter", "W", InputKind.Real, "n, d", "the parameters, a group or a unit in each row")
        {
            IsDifferentiable = true,
        },
    ];
}
