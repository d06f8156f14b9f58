namespace Lossary.Losses;

/// <summary>What divergences between whole distributions read.</summary>
internal static class DivergenceCards
{
    /// <summary>The predicted distributions.</summary>
    public const string Prediction = "prediction";

    /// <summary>The true ones.</summary>
    public const string Target = "target";

    /// <summary>Two distributions, one a row.</summary>
    public static IReadOnlyList<InputCard> All { get; } =
    [
        new(Prediction, "p", InputKind.Positive, "n, k", "the predicted probabilities, one distribution a row")
        {
            IsDifferentiable = true,
        },
        new(Target, "q", InputKind.Positive, "n, k", "the probabilities to predict, one distribution a row")
        {
            IsDifferentiable = true,
        },
    ];
}
