using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Sources may come out in any order: of all orders the one with the best ratio of signal to distortion counts.
/// </summary>
/// <remarks>
/// <code>
/// L = min over orders π of mean of −SI-SDR(ŝᵢ, s_π(i))     in decibels, as si-sdr
/// </code>
/// The best order is found by an assignment, in the cube of the number of sources; it is a constant of the gradient.
/// There is one term for each sample. Reference: M. Kolbæk, D. Yu, Z.-H. Tan, J. Jensen, Multi-Talker Speech Separation
/// with Utterance-Level Permutation Invariant Training of Deep Recurrent Neural Networks, 2017, arXiv:1703.06284.
/// </remarks>
/// <param name="zeroMean">1 to take the mean of each signal off first, 0 to leave it; 0 or 1.</param>
/// <param name="epsilon">What is added to the energies; not negative.</param>
public readonly struct PermutationInvariantSiSdrLoss(double zeroMean, double epsilon)
    : IGraphLoss<PermutationInvariantSiSdrLoss>, IDocumentedLoss
{
    private static readonly ParameterCard ZeroMeanCard = new(
        "zero-mean", "m", 1, Switch.Domain, "1 to take the mean of each signal off first, 0 to leave it");

    private static readonly ParameterCard EpsilonCard = new(
        "epsilon", @"\epsilon", 1e-8, Domain.NonNegative, "what is added to the energies");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "permutation-invariant-si-sdr",
        Title = "permutation-invariant SI-SDR",
        Use = "Separating sources of one kind, such as speakers, by their waveforms.",
        Avoid = "Sources may be silent: their ratio is without bound. Take permutation-invariant.",
        Reference = "M. Kolbæk, D. Yu, Z.-H. Tan, J. Jensen, Multi-Talker Speech Separation with Utterance-Level "
            + "Permutation Invariant Training of Deep Recurrent Neural Networks, 2017, arXiv:1703.06284",
        Latex = @"\min_\pi -\overline{\mathrm{SISDR}(\hat s_i, s_{\pi(i)})}",
        Aliases = ["pit-si-sdr"],
        Names = new() { Chinese = "置换不变 SI-SDR 损失" },
        Tasks = LossTask.Sequence,
        Parameters = [ZeroMeanCard, EpsilonCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => SourceOrder.Inputs;

    /// <summary>1 to take the mean of each signal off first, 0 to leave it.</summary>
    public Parameter ZeroMean { get; } = ZeroMeanCard.Bind(zeroMean);

    /// <summary>What is added to the energies.</summary>
    public Parameter Epsilon { get; } = EpsilonCard.Bind(epsilon);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(PermutationInvariantSiSdrLoss loss, LossInputs<double> inputs, RandomStream random) =>
        SourceOrder.Arrange(inputs, random);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        bool isZeroMean = ZeroMean.Value == 1;
        Parameter epsilon = Epsilon;
        return SourceOrder.Best(tape, inputs, (prediction, target) => SignalRatios.Compute(
            tape,
            new LossInputs<T> { ["prediction"] = prediction, ["target"] = target },
            scalesSignal: true,
            scalesError: true,
            isZeroMean,
            epsilon));
    }
}
