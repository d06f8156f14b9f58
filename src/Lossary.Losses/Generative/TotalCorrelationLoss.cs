using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>The parts of a latent code are to be independent of one another, as far as the batch shows.</summary>
/// <remarks>
/// <code>
/// lᵢⱼₖ = ln N(zᵢₖ; μⱼₖ, e^(sⱼₖ))
/// L = ln Σⱼ e^(Σₖ lᵢⱼₖ) − Σₖ ln Σⱼ e^(lᵢⱼₖ) + (d − 1) ln(n N)     for each sample i
/// </code>
/// z are the drawn codes, μ and s the means and log-variances they were drawn with. Add it to elbo with weight β − 1, 5
/// in the paper. N only moves the value. Memory is n² d numbers. Reference: R. T. Q. Chen, X. Li, R. Grosse, D.
/// Duvenaud, Isolating Sources of Disentanglement in Variational Autoencoders, 2018, arXiv:1802.04942.
/// </remarks>
/// <param name="size">How many samples the training data has; positive.</param>
public readonly struct TotalCorrelationLoss(double size) : IGraphLoss<TotalCorrelationLoss>, IDocumentedLoss
{
    private static readonly ParameterCard SizeCard = new(
        "size", "N", 1, Domain.Positive, "how many samples the training data has");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "total-correlation",
        Title = "total correlation (β-TCVAE)",
        Use = "Latent codes whose parts are to mean one thing each.",
        Avoid = "Batches are small, as the estimate is biased: take elbo with a larger β.",
        Reference = "R. T. Q. Chen, X. Li, R. Grosse, D. Duvenaud, Isolating Sources of Disentanglement in "
            + "Variational Autoencoders, 2018, arXiv:1802.04942",
        Latex = @"\ln \sum_j e^{\sum_k l_{ijk}} - \sum_k \ln \sum_j e^{l_{ijk}} + (d - 1) \ln(n N)",
        Aliases = ["beta-tc-vae"],
        Names = new() { Chinese = "总相关损失" },
        Tasks = LossTask.Generation,
        Parameters = [SizeCard],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("code", "z", InputKind.Real, "n, d", "the drawn code of each sample") { IsDifferentiable = true },
        new("mean", @"\mu", InputKind.Real, "n, d", "the mean it was drawn with") { IsDifferentiable = true },
        new("log-variance", "s", InputKind.Real, "n, d", "the logarithm of the variance it was drawn with")
        {
            IsDifferentiable = true,
        },
    ];

    /// <summary>How many samples the training data has.</summary>
    public Parameter Size { get; } = SizeCard.Bind(size);

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue, IsCoupled = true };

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int n = inputs.Extent("n"), d = inputs.Extent("d");
        Shape rows = new(n, 1, d), columns = new(1, n, d);
        Tensor<T> spread = tape.Reshape(inputs["log-variance"], columns);
        Tensor<T> gap = tape.Subtract(tape.Reshape(inputs["code"], rows), tape.Reshape(inputs["mean"], columns));
        Tensor<T> squares = tape.Multiply(tape.Square(gap), tape.Exp(tape.Negate(spread)));
        Tensor<T> logs = tape.Scale(tape.Shift(tape.Add(squares, spread), Math.Log(2 * Math.PI)), -0.5);
        Tensor<T> whole = tape.LogSumExp(tape.Sum(logs, [2]), [1]);
        Tensor<T> parts = tape.Sum(tape.LogSumExp(logs, [1]), [1]);
        double constant = (d - 1) * (Math.Log(int.Max(1, n)) + Math.Log(Size.Value));
        return new(tape.Shift(tape.Subtract(whole, parts), constant));
    }
}
