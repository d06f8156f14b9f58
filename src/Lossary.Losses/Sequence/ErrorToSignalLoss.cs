using System.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The energy of the error as a share of the signal's.</summary>
/// <remarks>
/// <code>
/// L = Σ (s − ŝ)² / (Σ s² + ε)
/// </code>
/// Reference: A. Wright, E.-P. Damskägg, L. Juvela, V. Välimäki, "Real-Time Guitar Amplifier Emulation with Deep
/// Learning", Applied Sciences 10 (2020), doi:10.3390/app10030766.
/// </remarks>
public readonly struct ErrorToSignalLoss : IGraphLoss<ErrorToSignalLoss>, IDocumentedLoss
{
    private readonly double _epsilon;

    /// <summary>Makes the loss.</summary>
    /// <param name="epsilon">What is added to the signal's energy; 0 and above.</param>
    public ErrorToSignalLoss(double epsilon) => _epsilon = SignalRatios.Epsilon.Bind(epsilon).Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "error-to-signal",
        Title = "error-to-signal ratio",
        Use = "Effects and amplifiers imitated sample by sample: loud and quiet passages weigh the same.",
        Avoid = "Phases may differ: compare magnitudes by spectral-convergence and log-magnitude.",
        Reference = "A. Wright, E.-P. Damskägg, L. Juvela, V. Välimäki, Real-Time Guitar Amplifier Emulation with Deep "
            + "Learning, 2020, doi:10.3390/app10030766",
        Latex = @"\frac{\sum_t (s_t - \hat s_t)^2}{\sum_t s_t^2 + \varepsilon}",
        Aliases = ["esr"],
        Names = new() { PyTorch = "auraloss.time.ESRLoss", Chinese = "误差信号比" },
        Translations =
        [
            new("auraloss.time.ESRLoss(eps=1e-08)", "error-to-signal:epsilon={eps}"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [SignalRatios.Epsilon],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SignalRatios.Inputs;

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true, Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> error = tape.Sum(tape.Square(tape.Subtract(inputs["prediction"], inputs["target"])), [-1]);
        return new(tape.Divide(error, tape.Shift(tape.Sum(tape.Square(inputs["target"]), [-1]), _epsilon)));
    }
}
