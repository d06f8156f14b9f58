using System.Runtime.CompilerServices;
using Lossary.Numerics;

namespace Lossary.Losses;

/// <summary>How far the logarithms of two spectrograms' magnitudes are apart.</summary>
/// <remarks>
/// <code>
/// L = |ln(S + ε) − ln(Ŝ + ε)|
/// </code>
/// Magnitudes are given: the transform is the caller's. Reference: S. Ö. Arık, H. Jun, G. Diamos, "Fast Spectrogram
/// Inversion using Multi-head Convolutional Neural Networks", 2018, arXiv:1808.06719.
/// </remarks>
public readonly struct LogMagnitudeLoss : IFormulaLoss<LogMagnitudeLoss>, IDocumentedLoss
{
    private static readonly ParameterCard s_epsilon =
        new("epsilon", @"\varepsilon", 1e-8, Domain.NonNegative,
        "what is added to the magnitudes, so that silence costs no infinity");

    private readonly Parameter _epsilon;

    /// <summary>Makes the loss.</summary>
    /// <param name="epsilon">What is added to the magnitudes; 0 and above.</param>
    public LogMagnitudeLoss(double epsilon) => _epsilon = s_epsilon.Bind(epsilon);

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "log-magnitude",
        Title = "log-magnitude difference",
        Use = "Vocoders, together with spectral-convergence: it tells the quiet parts of a spectrogram.",
        Avoid = "It stands alone: noise in what is nearly silent counts as much as the signal.",
        Reference = "S. Ö. Arık, H. Jun, G. Diamos, Fast Spectrogram Inversion using Multi-head Convolutional Neural "
            + "Networks, 2018, arXiv:1808.06719",
        Aliases = ["log-stft-magnitude"],
        Names = new() { PyTorch = "auraloss.freq.STFTMagnitudeLoss(log=True)", Chinese = "对数幅度谱损失" },
        Translations =
        [
            new(
                "auraloss.freq.STFTMagnitudeLoss(log=True)",
                "log-magnitude",
                "nothing is added to magnitudes, which are clamped before"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [s_epsilon],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("prediction", @"\hat S", InputKind.Positive, "…", "the predicted magnitudes") { IsDifferentiable = true },
        new("target", "S", InputKind.NonNegative, "…", "the magnitudes that came"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
        TLane.Abs(TLane.Log(x[1] + _epsilon) - TLane.Log(x[0] + _epsilon));
}
