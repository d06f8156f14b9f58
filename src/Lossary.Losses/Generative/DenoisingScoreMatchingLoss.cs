using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>A network's score is to point back to where noise came from, weighed by its variance.</summary>
/// <remarks>
/// <code>
/// L = Σ (σ p + ε)²     over a sample, of the score p at x + σ ε
/// </code>
/// Reference: P. Vincent, A Connection Between Score Matching and Denoising Autoencoders, 2011,
/// doi:10.1162/NECO_a_00142.
/// </remarks>
public readonly struct DenoisingScoreMatchingLoss : IGraphLoss<DenoisingScoreMatchingLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "denoising-score-matching",
        Title = "denoising score matching",
        Use = "Training a score over several levels of noise.",
        Avoid = "One network serves all levels and is judged by its samples: edm weighs and scales them.",
        Reference = "P. Vincent, A Connection Between Score Matching and Denoising Autoencoders, 2011, "
            + "doi:10.1162/NECO_a_00142",
        Latex = @"\sum (\sigma p + \varepsilon)^2",
        Aliases = ["dsm"],
        Names = new() { Chinese = "去噪得分匹配损失" },
        Tasks = LossTask.Generation,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", "p", InputKind.Real, "n, …", "what the network says") { IsDifferentiable = true },
        new("noise", @"\varepsilon", InputKind.Real, "n, …", "the noise added, of variance 1"),
        new("spread", @"\sigma", InputKind.Positive, "n", "what it was multiplied by"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> score = inputs["prediction"];
        Tensor<T> scaled = tape.Multiply(score, GenerativeInputs.OverSample(tape, inputs["spread"], score.Shape));
        return new(GenerativeInputs.SumOfSample(tape, tape.Square(tape.Add(scaled, inputs["noise"]))));
    }
}
