using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy with the answers whose own loss is below a threshold that falls while training goes on.
/// </summary>
/// <remarks>
/// <code>
/// L = 1[CE(ẑ, q) ≤ ρ] CE(z, q)        ρ = max(ρ_min, C γ⁻ᵗ ρ₀)
/// q = softmax(ẑ/T) while ρ > ρ_min, then the class argmax ẑ
/// </code>
/// ρ₀ and t are the caller's: the mean loss of the labelled samples after a first training on them alone, and how often
/// the threshold has fallen since; the paper lets it fall every 10 epochs. Reference: Y. Xu et al., Dash:
/// Semi-Supervised Learning with Dynamic Thresholding, 2021, arXiv:2109.00650.
/// </remarks>
/// <param name="decay">γ: what the threshold is divided by at each fall; positive, above 1 to fall.</param>
/// <param name="factor">C: what the first loss is multiplied by; positive.</param>
/// <param name="smallest">ρ_min: where the threshold stays; positive.</param>
/// <param name="temperature">T: what the answers are sharpened by; positive, below 1 sharpens.</param>
public readonly struct DashLoss(double decay, double factor, double smallest, double temperature)
    : IGraphLoss<DashLoss>, IDocumentedLoss
{
    private static readonly ParameterCard DecayCard = new(
        "decay", @"\gamma", 1.27, Domain.Positive, "what the threshold is divided by at each fall");

    private static readonly ParameterCard FactorCard = new(
        "factor", "C", 1.0001, Domain.Positive, "what the first loss is multiplied by");

    private static readonly ParameterCard SmallestCard = new(
        "smallest", @"\rho_{\min}", 0.05, Domain.Positive, "where the threshold stays");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", "T", 0.5, Domain.Positive, "what the answers are sharpened by; below 1");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dash",
        Title = "Dash",
        Use = "Few labels, many samples: much is believed in the beginning, little but the sure in the end.",
        Avoid = "No first training on the labels alone gives a threshold to start from: fixmatch needs none.",
        Reference = "Y. Xu et al., Dash: Semi-Supervised Learning with Dynamic Thresholding, 2021, arXiv:2109.00650",
        Latex = @"[\operatorname{CE}(\hat z, q) \le \rho] \cdot \operatorname{CE}(z, q),\quad \rho = \max(\rho_{\min}, "
            + @"C \gamma^{-t} \rho_0)",
        Aliases = ["dynamic-threshold"],
        Names = new() { Chinese = "Dash动态阈值损失" },
        Tasks = LossTask.None,
        Parameters = [DecayCard, FactorCard, SmallestCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MatchInputs.Answers,
        new("first", @"\rho_0", InputKind.Positive, "1", "the mean loss of the labelled samples in the beginning"),
        new("falls", "t", InputKind.Count, "1", "how often the threshold has fallen since"),
    ];

    /// <summary>What the threshold is divided by at each fall.</summary>
    public Parameter Decay { get; } = DecayCard.Bind(decay);

    /// <summary>What the first loss is multiplied by.</summary>
    public Parameter Factor { get; } = FactorCard.Bind(factor);

    /// <summary>Where the threshold stays.</summary>
    public Parameter Smallest { get; } = SmallestCard.Bind(smallest);

    /// <summary>What the answers are sharpened by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsConvex = true };

    /// <inheritdoc/>
    public static void Arrange(DashLoss loss, LossInputs<double> inputs, RandomStream random) =>
        MatchInputs.SharpenSome(inputs);

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double first = double.CreateTruncating(inputs["first"].Scalar);
        double falls = double.CreateTruncating(inputs["falls"].Scalar);
        double threshold = Factor.Value * Math.Pow(Decay.Value, -falls) * first;
        bool isLast = threshold <= Smallest.Value;
        Tensor<T> answers = isLast
            ? Confidence.OneHot(tape, inputs["weak"])
            : tape.Softmax(tape.Scale(inputs["weak"], 1 / Temperature.Value));
        Tensor<T> own = BatchInputs.CrossEntropy(tape, answers, inputs["weak"]), isBelieved = tape.Rent(own.Shape);
        T most = T.CreateTruncating(Math.Max(Smallest.Value, threshold));
        for (int i = 0; i < own.Shape.Length; i++)
        {
            isBelieved.Values[i] = own.Values[i] <= most ? T.One : T.Zero;
        }

        return new(tape.Where(
            isBelieved, BatchInputs.CrossEntropy(tape, answers, inputs["strong"]), tape.Zero()));
    }
}
