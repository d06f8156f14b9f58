using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The scale-invariant ratio of a signal to its distortion, negated, in decibels.</summary>
/// <remarks>
/// <code>
/// L = −10 log₁₀(‖αs‖² / ‖αs − ŝ‖²)     with α = ⟨ŝ, s⟩ / ‖s‖²
/// </code>
/// Energies have ε added. Reference: J. Le Roux, S. Wisdom, H. Erdogan, J. R. Hershey, "SDR - Half-baked or Well
/// Done?", ICASSP 2019, arXiv:1811.02508.
/// </remarks>
public readonly struct SiSdrLoss : IGraphLoss<SiSdrLoss>, IDocumentedLoss
{
    private readonly bool _isZeroMean;
    private readonly Parameter _epsilon;

    /// <summary>Makes the loss.</summary>
    /// <param name="zeroMean">1: the mean of each signal is taken off first; 0: it stays.</param>
    /// <param name="epsilon">What is added to the energies; 0 and above.</param>
    public SiSdrLoss(double zeroMean, double epsilon = 1e-8)
    {
        _isZeroMean = SignalRatios.ZeroMean.Bind(zeroMean).Value == 1;
        _epsilon = SignalRatios.Epsilon.Bind(epsilon);
    }

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "si-sdr",
        Title = "scale-invariant signal-to-distortion ratio",
        Use = "Speech separation and enhancement, where the volume of the output does not count.",
        Avoid = "The volume counts: signal-to-noise or sd-sdr.",
        Reference = "J. Le Roux, S. Wisdom, H. Erdogan, J. R. Hershey, SDR - Half-baked or Well Done?, ICASSP 2019, "
            + "arXiv:1811.02508",
        Latex = @"-10 \log_{10} \frac{\lVert \alpha s \rVert^2}{\lVert \alpha s - \hat s \rVert^2}"
            + @", \quad \alpha = \frac{\langle \hat s, s \rangle}{\lVert s \rVert^2}",
        Aliases = ["si-snr", "scale-invariant-signal-to-distortion"],
        Names = new() { PyTorch = "auraloss.time.SISDRLoss", Chinese = "尺度不变信号失真比" },
        Translations =
        [
            new("auraloss.time.SISDRLoss(zero_mean=True, eps=1e-08)", "si-sdr:zero-mean=1,epsilon={eps}"),
            new("auraloss.time.SISDRLoss(zero_mean=False, eps=1e-08)", "si-sdr:zero-mean=0,epsilon={eps}"),
            new(
                "torchmetrics.audio.ScaleInvariantSignalDistortionRatio(zero_mean=False)",
                "si-sdr:zero-mean=0",
                "the ratio itself, the higher the better") { Scale = "-1" },
        ],
        Tasks = LossTask.Sequence,
        Parameters = [SignalRatios.ZeroMean, SignalRatios.Epsilon],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SignalRatios.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        new(SignalRatios.Compute(tape, inputs, scalesSignal: true, scalesError: true, _isZeroMean, _epsilon));
}
