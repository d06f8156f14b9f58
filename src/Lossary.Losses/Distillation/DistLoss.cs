using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>One minus the correlation of student's and teacher's shares, within samples and within classes.</summary>
/// <remarks>
/// <code>
/// L = τ² (β mean over rows of (1 − ρ(sᵢ, tᵢ)) + γ mean over columns of (1 − ρ(s_·ⱼ, t_·ⱼ)))
/// </code>
/// A row or column that does not vary has a correlation of 0 and pulls nowhere. Reference: T. Huang, S. You, F. Wang,
/// C. Qian, C. Xu, Knowledge Distillation from a Stronger Teacher, 2022, arXiv:2205.10536.
/// </remarks>
/// <param name="beta">The weight within samples; not negative.</param>
/// <param name="gamma">The weight within classes; not negative.</param>
/// <param name="temperature">What logits are divided by; positive.</param>
public readonly struct DistLoss(double beta, double gamma, double temperature) : IGraphLoss<DistLoss>, IDocumentedLoss
{
    private static readonly ParameterCard BetaCard = new(
        "beta", @"\beta", 1, Domain.NonNegative, "the weight within samples");

    private static readonly ParameterCard GammaCard = new(
        "gamma", @"\gamma", 1, Domain.NonNegative, "the weight within classes");

    private static readonly ParameterCard TemperatureCard = new(
        "temperature", @"\tau", 1, Domain.Positive,
        "what logits are divided by; higher shows more of the small shares");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "dist",
        Title = "distillation by correlation",
        Use = "Distillation from a teacher much stronger than the student: only the order and proportions of its "
            + "shares count.",
        Avoid = "The teacher's shares themselves are wanted: correlation ignores shift and scale. skew-distillation "
            + "compares them.",
        Reference = "T. Huang, S. You, F. Wang, C. Qian, C. Xu, Knowledge Distillation from a Stronger Teacher, "
            + "2022, arXiv:2205.10536",
        Latex = @"\tau^2 \left(\frac{\beta}{n} \sum_i (1 - \rho(s_{i \cdot}, t_{i \cdot})) + \frac{\gamma}{k} "
            + @"\sum_j (1 - \rho(s_{\cdot j}, t_{\cdot j}))\right)",
        Names = new() { Chinese = "相关性蒸馏 (DIST)" },
        Translations =
        [
            new(
                "torchdistill.losses.mid_level.DISTLoss(beta=1.0, gamma=1.0, tau=1.0)",
                "dist:beta={beta},gamma={gamma},temperature={tau}"),
        ],
        Tasks = LossTask.Distillation,
        Parameters = [BetaCard, GammaCard, TemperatureCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs => DistillationInputs.Logits;

    /// <summary>The weight within samples.</summary>
    public Parameter Beta { get; } = BetaCard.Bind(beta);

    /// <summary>The weight within classes.</summary>
    public Parameter Gamma { get; } = GammaCard.Bind(gamma);

    /// <summary>What logits are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <inheritdoc/>
    public LossTraits Traits => new() { IsBounded = true, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        double tau = Temperature.Value;
        Tensor<T> student = tape.Softmax(tape.Scale(inputs["student"], 1 / tau));
        Tensor<T> teacher = tape.Softmax(tape.Scale(inputs["teacher"], 1 / tau));
        Tensor<T> rows = Distance(tape, student, teacher);
        Tensor<T> columns = Distance(tape, tape.Transpose(student), tape.Transpose(teacher));
        return new(tape.Add(tape.Scale(rows, Beta.Value * tau * tau), tape.Scale(columns, Gamma.Value * tau * tau)));
    }

    private static Tensor<T> Distance<T>(Tape<T> tape, Tensor<T> left, Tensor<T> right)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> products = tape.Multiply(
            tape.NormaliseRows(tape.CentredRows(left)), tape.NormaliseRows(tape.CentredRows(right)));
        return tape.Shift(tape.Negate(tape.Mean(tape.Sum(products, [-1]))), 1);
    }
}
