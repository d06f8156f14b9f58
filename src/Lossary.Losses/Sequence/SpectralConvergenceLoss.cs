using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>How far a spectrogram is from another, as a share of the other's size.</summary>
/// <remarks>
/// <code>
/// L = ‖S − Ŝ‖ / ‖S‖        norms over all times and frequencies of a sample
/// </code>
/// Magnitudes are given: the transform is the caller's. A silent target costs 0. Reference: S. Ö. Arık, H. Jun, G.
/// Diamos, "Fast Spectrogram Inversion using Multi-head Convolutional Neural Networks", 2018, arXiv:1808.06719.
/// </remarks>
public readonly struct SpectralConvergenceLoss : IGraphLoss<SpectralConvergenceLoss>, IDocumentedLoss
{
    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "spectral-convergence",
        Title = "spectral convergence",
        Use = "Vocoders, together with log-magnitude: it tells the loud parts of a spectrogram.",
        Avoid = "It stands alone: what is quiet hardly counts.",
        Reference = "S. Ö. Arık, H. Jun, G. Diamos, Fast Spectrogram Inversion using Multi-head Convolutional Neural "
            + "Networks, 2018, arXiv:1808.06719",
        Latex = @"\frac{\lVert S - \hat S \rVert_F}{\lVert S \rVert_F}",
        Names = new() { PyTorch = "auraloss.freq.SpectralConvergenceLoss", Chinese = "谱收敛损失" },
        Translations =
        [
            new("auraloss.freq.SpectralConvergenceLoss()", "spectral-convergence"),
        ],
        Tasks = LossTask.Sequence,
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", @"\hat S", InputKind.Real, "n, t, d", "the predicted magnitudes") { IsDifferentiable = true },
        new("target", "S", InputKind.NonNegative, "n, t, d", "the magnitudes that came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> target = inputs["target"], sizes = tape.Rent(new Shape(target.Shape[0]));
        Tensor<T> energies = tape.Sum(tape.Square(target), [1, 2]);
        for (int sample = 0; sample < sizes.Values.Length; sample++)
        {
            T energy = energies.Values[sample];
            sizes.Values[sample] = energy == T.Zero ? T.Zero : T.One / T.Sqrt(energy);
        }

        Tensor<T> errors = tape.Sum(tape.Square(tape.Subtract(inputs["prediction"], target)), [1, 2]);
        return new(tape.Multiply(tape.SqrtOrZero(errors), sizes));
    }
}
