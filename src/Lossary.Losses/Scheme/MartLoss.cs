using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// A boosted cross entropy on attacked samples, and how far the attack moved those that were doubtful.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln p′_y − ln(1 + 1e-4 − max over k ≠ y of p′ₖ) + λ (1 − p_y) KL(p ‖ p′)
/// </code>
/// Published at ICLR 2020; the 1e-4 is the authors' and keeps a sure mistake finite. Reference: Y. Wang et al.,
/// Improving Adversarial Robustness Requires Revisiting Misclassified Examples, 2020.
/// </remarks>
/// <param name="lambda">What robustness weighs; not negative.</param>
public readonly struct MartLoss(double lambda) : IGraphLoss<MartLoss>, IDocumentedLoss
{
    private static readonly ParameterCard LambdaCard = new(
        "lambda", @"\lambda", 5, Domain.NonNegative, "what robustness weighs");

    /// <summary>The authors' own.</summary>
    private const double Slack = 1e-4;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "mart",
        Title = "MART",
        Use = "Adversarial training that tries hardest on what is misclassified anyway.",
        Avoid = "Accuracy without attack counts most: trades says by a weight how much of it is given up.",
        Reference = "Y. Wang et al., Improving Adversarial Robustness Requires Revisiting Misclassified Examples, "
            + "2020",
        Latex = @"-\ln p'_y - \ln\left(1.0001 - \max_{k \ne y} p'_k\right) + \lambda (1 - p_y) "
            + @"\operatorname{KL}(p \,\|\, p')",
        Names = new() { Chinese = "MART对抗训练损失" },
        Tasks = LossTask.None,
        Parameters = [LambdaCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("clean", "z", InputKind.Real, "n, k", "the logits of the samples") { IsDifferentiable = true },
        new("adversarial", "z'", InputKind.Real, "n, k", "the logits of the attacked samples")
        {
            IsDifferentiable = true,
        },
        new("target", "y", InputKind.ClassNumber, "n", "the true class") { Below = "k" },
    ];

    /// <summary>What robustness weighs.</summary>
    public Parameter Lambda { get; } = LambdaCard.Bind(lambda);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> oneHot = tape.OneHot<T>(inputs.Whole(tape, "target"), inputs.Extent("k"));
        Tensor<T> clean = tape.LogSoftmax(inputs["clean"]), adversarial = tape.LogSoftmax(inputs["adversarial"]);
        Tensor<T> rival = tape.Max(tape.Where(oneHot, tape.Zero(), tape.Exp(adversarial)), [-1]);
        Tensor<T> margin = tape.Log(tape.Shift(tape.Negate(rival), 1 + Slack));
        Tensor<T> boosted = tape.Negate(tape.Add(tape.Pick(adversarial, oneHot), margin));
        Tensor<T> doubt = tape.Shift(tape.Negate(tape.Exp(tape.Pick(clean, oneHot))), 1);
        Tensor<T> moved = tape.Multiply(tape.KullbackLeiblerRows(clean, adversarial), doubt);
        return new(tape.Add(boosted, tape.Scale(moved, Lambda.Value)));
    }
}
