using System.Numerics;
using System.Runtime.CompilerServices;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Powers of the logarithm of Dice and of the cross entropy: what is nearly right, or far from it, pulls more or
/// less.
/// </summary>
/// <remarks>
/// <code>
/// L = λ mean (−ln(1 − D))^γ + μ mean (−ln p)^γ,  D the Dice loss of each class, p the probability of a pixel's truth
/// </code>
/// There is one term for each image. Below 1e-7 a power runs straight to 0, as its slope would be infinite for γ &lt;
/// 1. The paper's weights of the classes are left to the weights of the terms. Reference: K. C. L. Wong, M. Moradi, H.
/// Tang, T. Syeda-Mahmood, "3D Segmentation with Exponential Logarithmic Loss for Highly Unbalanced Object Sizes",
/// MICCAI 2018, arXiv:1809.00076.
/// </remarks>
/// <param name="diceWeight">What the Dice part counts.</param>
/// <param name="entropyWeight">What the cross entropy part counts.</param>
/// <param name="power">The power of both logarithms.</param>
/// <param name="smooth">What is added to numerator and denominator of the Dice ratio, in pixels.</param>
/// <param name="options">What the predictions are, over what is summed, and what absent classes count.</param>
public readonly struct ExponentialLogarithmicLoss(
    double diceWeight, double entropyWeight, double power, double smooth, RegionOptions options = default)
    : IGraphLoss<ExponentialLogarithmicLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DiceWeightCard = new(
        "dice-weight", @"\lambda", 0.8, Domain.NonNegative, "what the Dice part counts");

    private static readonly ParameterCard EntropyWeightCard = new(
        "entropy-weight", @"\mu", 0.2, Domain.NonNegative, "what the cross entropy part counts");

    private static readonly ParameterCard PowerCard = new(
        "power", @"\gamma", 0.3, Domain.Positive, "the power of both logarithms");

    private static readonly ParameterCard SmoothCard = new(
        "smooth", @"s", 1, Domain.NonNegative,
        "what is added to numerator and denominator of the Dice ratio, in pixels");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "exp-log",
        Title = "exponential logarithmic",
        Use = "Segmentation of structures of very different size, large and small at once.",
        Avoid = "A first try: it has more to choose than others. Take dice-cross-entropy.",
        Reference = "K. C. L. Wong et al., 3D Segmentation with Exponential Logarithmic Loss for Highly "
            + "Unbalanced Object Sizes, 2018, arXiv:1809.00076",
        Latex = @"\lambda \overline{(-\ln(1 - D))^\gamma} + \mu \overline{(-\ln p)^\gamma}",
        Names = new() { Chinese = "指数对数损失" },
        Tasks = LossTask.Segmentation,
        Parameters = [DiceWeightCard, EntropyWeightCard, PowerCard, SmoothCard, .. RegionOptions.Cards],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => RegionInputs.Cards;

    /// <summary>What the Dice part counts.</summary>
    public double DiceWeight { get; } = DiceWeightCard.Bind(diceWeight).Value;

    /// <summary>What the cross entropy part counts.</summary>
    public double EntropyWeight { get; } = EntropyWeightCard.Bind(entropyWeight).Value;

    /// <summary>The power of both logarithms.</summary>
    public double Power { get; } = PowerCard.Bind(power).Value;

    /// <summary>What is added to numerator and denominator of the Dice ratio, in pixels.</summary>
    public double Smooth { get; } = SmoothCard.Bind(smooth).Value;

    /// <summary>What the predictions are, over what is summed, and what absent classes count.</summary>
    public RegionOptions Options { get; } = options.Checked();

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsCoupled = Options.PerBatch };

    /// <inheritdoc/>
    public static void Arrange(ExponentialLogarithmicLoss loss, LossInputs<double> inputs, RandomStream random) =>
        RegionInputs.Arrange(loss.Options, inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> dice = RegionMeans.OfClasses(
            tape, RegionInputs.Terms(
                tape, inputs, Options, new PowerOfLogDice(new DiceOfCounts(Smooth), Power), isPart: true));
        Tensor<T> entropy = RegionMeans.Entropy(tape, inputs, Options, power: Power);
        return new(tape.Add(tape.Scale(dice, DiceWeight), tape.Scale(entropy, EntropyWeight)));
    }

    /// <summary>(−ln(1 − D))^γ.</summary>
    private readonly struct PowerOfLogDice(DiceOfCounts loss, double power) : ISampleFormula
    {
        private readonly Parameter _power = new(@"\gamma", power);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TLane Value<TLane>(ReadOnlySpan<TLane> x) where TLane : struct, ILane<TLane> =>
            RegionFormulas.PowerOf(-TLane.Log1P(-loss.Value(x)), _power);
    }
}
