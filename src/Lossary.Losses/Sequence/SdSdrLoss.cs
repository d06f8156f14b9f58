using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The scale-dependent ratio of a signal to its distortion, negated, in decibels.</summary>
/// <remarks>
/// <code>
/// L = −10 log₁₀(‖αs‖² / ‖s − ŝ‖²)     with α = ⟨ŝ, s⟩ / ‖s‖²
/// </code>
/// Energies have ε added. Reference: J. Le Roux, S. Wisdom, H. Erdogan, J. R. Hershey, "SDR - Half-baked or Well
/// Done?", ICASSP 2019, arXiv:1811.02508.
/// </remarks>
public readonly struct SdSdrLoss : IGraphLoss<SdSdrLoss>, IDocumentedLoss
{
    private readonly bool _isZeroMean;
    private readonly Parameter _epsilon;

    /// <summary>Makes the loss.</summary>
    /// <param name="zeroMean">1: the mean of each signal is taken off first; 0: it stays.</param>
    /// <param name="epsilon">What is added to the energies; 0 and above.</param>
    public SdSdrLoss(double zeroMean, double epsilon = 1e-8)
    {
        _isZeroMean = SignalRatios.ZeroMean.Bind(zeroMean).Value == 1;
        _epsilon = SignalRatios.Epsilon.Bind(epsilon);
    }

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "sd-sdr",
        Title = "scale-dependent signal-to-distortion ratio",
        Use = "Speech enhancement, where an output that is too quiet is to cost more than one that is too loud.",
        Avoid = "The volume of the output is free: si-sdr.",
        Reference = "J. Le Roux, S. Wisdom, H. Erdogan, J. R. Hershey, SDR - Half-baked or Well Done?, ICASSP 2019, "
            + "arXiv:1811.02508",
        Latex = @"-10 \log_{10} \frac{\lVert \alpha s \rVert^2}{\lVert s - \hat s \rVert^2}"
            + @", \quad \alpha = \frac{\langle \hat s, s \rangle}{\lVert s \rVert^2}",
        Aliases = ["scale-dependent-signal-to-distortion"],
        Names = new() { PyTorch = "auraloss.time.SDSDRLoss", Chinese = "尺度相关信号失真比" },
        Translations =
        [
            new("auraloss.time.SDSDRLoss(zero_mean=True, eps=1e-08)", "sd-sdr:zero-mean=1,epsilon={eps}"),
            new("auraloss.time.SDSDRLoss(zero_mean=False, eps=1e-08)", "sd-sdr:zero-mean=0,epsilon={eps}"),
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
        new(SignalRatios.Compute(tape, inputs, scalesSignal: true, scalesError: false, _isZeroMean, _epsilon));
}
