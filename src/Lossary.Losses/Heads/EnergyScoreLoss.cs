using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far samples of a vector are from what came, less half their distance from each other.</summary>
/// <remarks>
/// <code>
/// L = (1/m) Σᵢ ‖xᵢ − t‖ − (1/2m²) Σᵢⱼ ‖xᵢ − xⱼ‖
/// </code>
/// m² d numbers a row are held. Samples that coincide do not pull on each other. Reference: T. Gneiting, A. E. Raftery,
/// Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, doi:10.1198/016214506000001437.
/// </remarks>
public readonly struct EnergyScoreLoss : IGraphLoss<EnergyScoreLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "energy-score",
        Title = "energy score",
        Use = "Training a generator of vectors: paths, fields, joint forecasts.",
        Avoid = "Targets are single numbers: crps-ensemble is the same there, at n log n.",
        Reference = "T. Gneiting, A. E. Raftery, Strictly Proper Scoring Rules, Prediction, and Estimation, 2007, "
            + "doi:10.1198/016214506000001437",
        Latex = @"\frac{1}{m} \sum_i \lVert x_i - t \rVert - \frac{1}{2 m^2} \sum_{i, j} \lVert x_i - x_j \rVert",
        Names = new() { Chinese = "能量评分" },
        Translations =
        [
            new("scoringrules.energy_score()", "energy-score"),
        ],
        Tasks = LossTask.Probabilistic,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("samples", "x", InputKind.Real, "n, m, d", "predicted samples") { IsDifferentiable = true },
        new("target", "t", InputKind.Real, "n, d", "what came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = 0 };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> samples = inputs["samples"];
        int n = samples.Shape[0], m = samples.Shape[1], d = samples.Shape[2];
        Tensor<T> target = tape.BroadcastTo(tape.Reshape(inputs["target"], new Shape(n, 1, d)), samples.Shape);
        Tensor<T> errors = Lengths(tape, tape.Subtract(samples, target));
        Shape pairs = new(n, m, m, d);
        Tensor<T> left = tape.BroadcastTo(tape.Reshape(samples, new Shape(n, m, 1, d)), pairs);
        Tensor<T> right = tape.BroadcastTo(tape.Reshape(samples, new Shape(n, 1, m, d)), pairs);
        Tensor<T> spread = tape.Mean(Lengths(tape, tape.Subtract(left, right)), [-2, -1]);
        return new(tape.Subtract(tape.Mean(errors, [-1]), tape.Scale(spread, 0.5)));
    }

    private static Tensor<T> Lengths<T>(Tape<T> tape, Tensor<T> vectors)
        where T : unmanaged, IFloatingPointIeee754<T> => tape.SqrtOrZero(tape.Sum(tape.Square(vectors), [-1]));
}
