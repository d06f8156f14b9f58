using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Guessed labels blended with the labels of like samples, and embeddings that find the same like samples.
/// </summary>
/// <remarks>
/// <code>
/// q = softmaxⱼ(cos(x̂, bⱼ) / t)        g = α p̂ + (1 − α) Σⱼ qⱼ onehot(yⱼ)        r ∝ qⱼ p̂[yⱼ]
/// L = 1[max g ≥ τ] CE(z, g) + λ CE(softmaxⱼ(cos(x, bⱼ) / t), r)
/// </code>
/// The guesses p̂ are the caller's (aligned by <see cref="DistributionAlignment"/>), as is the memory b, y: an
/// embedding of each labelled sample. g and r have no gradient. Where all remembered samples are of classes that p̂
/// excludes, r is q; an empty memory leaves the guesses, and no second part. Similarities are computed in blocks of
/// rows. Reference: M. Zheng, S. You, L. Huang, F. Wang, C. Qian, C. Xu, SimMatch: Semi-supervised Learning with
/// Similarity Matching, 2022, arXiv:2203.06915.
/// </remarks>
/// <param name="threshold">τ: the share from which a guess is believed; 0 to 1.</param>
/// <param name="smoothing">α: what a sample's own guess counts beside the labels of like samples; 0 to 1.</param>
/// <param name="temperature">t: what cosines are divided by; positive.</param>
/// <param name="weight">λ: what the embeddings weigh; not negative.</param>
public readonly struct SimMatchLoss(double threshold, double smoothing, double temperature, double weight)
    : IGraphLoss<SimMatchLoss>, IDocumentedLoss
{
    private static readonly ParameterCard TemperatureCard = new(
        "temperature", "t", 0.1, Domain.Positive, "what cosines are divided by");

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "simmatch",
        Title = "SimMatch",
        Use = "Few labels, many images: what labelled samples an image is like corrects the guess of its class.",
        Avoid = "There are very many labels: the memory holds an embedding of each, and every sample meets them all.",
        Reference = "M. Zheng, S. You, L. Huang, F. Wang, C. Qian, C. Xu, SimMatch: Semi-supervised Learning with "
            + "Similarity Matching, 2022, arXiv:2203.06915",
        Latex = @"[\max_k g_k \ge \tau] \cdot \operatorname{CE}(z, g) + \lambda \operatorname{CE}\left("
            + @"\tfrac{\cos(x, b_j)}{t}, r\right),\quad q = \operatorname{softmax}_j \tfrac{\cos(\hat x, b_j)}{t},\; "
            + @"g = \alpha \hat p + (1 - \alpha) \sum_j q_j e_{y_j},\; r_j \propto q_j \hat p_{y_j}",
        Names = new() { Chinese = "SimMatch半监督损失" },
        Tasks = LossTask.None,
        Parameters =
        [
            MatchInputs.ThresholdCard, MatchInputs.SmoothingCard, TemperatureCard, MatchInputs.WeightCard,
        ],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        .. MatchInputs.Guesses,
        new("embedding", "x", InputKind.Real, "n, d", "the embeddings of the strongly changed samples")
        {
            IsDifferentiable = true,
        },
        .. MatchInputs.Memory,
        new("labels", "y", InputKind.ClassNumber, "m", "the classes of the remembered samples") { Below = "k" },
    ];

    /// <summary>The share from which a guess is believed.</summary>
    public Parameter Threshold { get; } = MatchInputs.ThresholdCard.Bind(threshold);

    /// <summary>What a sample's own guess counts beside the labels of like samples.</summary>
    public Parameter Smoothing { get; } = MatchInputs.SmoothingCard.Bind(smoothing);

    /// <summary>What cosines are divided by.</summary>
    public Parameter Temperature { get; } = TemperatureCard.Bind(temperature);

    /// <summary>What the embeddings weigh.</summary>
    public Parameter Weight { get; } = MatchInputs.WeightCard.Bind(weight);

    /// <inheritdoc/>
    public LossTraits Traits => new();

    /// <inheritdoc/>
    public static void Arrange(SimMatchLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        MatchInputs.SharpenGuesses(inputs);
        Span<double> labels = inputs["labels"].Values;
        for (int j = 0; j < labels.Length; j++)
        {
            labels[j] = j % inputs["guess"].Shape[1];
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> memory = tape.NormaliseRows(inputs["memory"]);
        Tensor<T> guesses = tape.Rent(inputs["guess"].Shape);
        Tensor<T> wanted = tape.Rent(new Shape(guesses.Shape[0], memory.Shape[1]));
        Blend(tape, inputs, memory, guesses, wanted);
        Tensor<T> believed = Confidence.SoftCrossEntropy(
            tape, guesses, inputs["strong"], T.CreateTruncating(Threshold.Value));
        if (memory.Shape[0] == 0)
        {
            return new(believed);
        }

        // CE(l, r) of logits l = x·b/t is ln Σ e^l − x·(Σ r b)/t: no row of r has to be kept.
        double scale = 1 / Temperature.Value;
        Tensor<T> directions = tape.NormaliseRows(inputs["embedding"]);
        Tensor<T> sums = tape.BatchTerms(
            new LogSumExpTerm(scale, excludes: null), PairMeasure.Dot, directions, memory).Values;
        Tensor<T> found = tape.Sum(tape.Multiply(directions, wanted), [-1]);
        Tensor<T> matching = tape.Subtract(sums, tape.Scale(found, scale));
        return new(tape.Add(believed, tape.Scale(matching, Weight.Value)));
    }

    /// <summary>Blends guesses with labels, and means of the remembered directions by r.</summary>
    private void Blend<T>(
        Tape<T> tape, LossInputs<T> inputs, Tensor<T> memory, Tensor<T> guesses, Tensor<T> wanted)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Tensor<T> own = inputs["guess"];
        int[] labels = inputs.Whole(tape, "labels");
        int classes = own.Shape[1], width = memory.Shape[1];
        T kept = T.CreateTruncating(Smoothing.Value), blended = T.CreateTruncating(1 - Smoothing.Value);
        own.Values.CopyTo(guesses.Values);
        wanted.Values.Clear();
        MemoryVotes.Read(tape, tape.NormaliseRows(inputs["weak"]), memory, Temperature.Value, (row, votes) =>
        {
            ReadOnlySpan<T> guess = own.Values.Slice(row * classes, classes);
            Span<T> blend = guesses.Values.Slice(row * classes, classes);
            foreach (ref T share in blend)
            {
                share *= kept;
            }

            T agreed = T.Zero;
            for (int j = 0; j < votes.Length; j++)
            {
                blend[labels[j]] += blended * votes[j];
                agreed += votes[j] * guess[labels[j]];
            }

            Span<T> mean = wanted.Values.Slice(row * width, width);
            for (int j = 0; j < votes.Length; j++)
            {
                T share = agreed > T.Zero ? votes[j] * guess[labels[j]] / agreed : votes[j];
                MemoryVotes.AddTo(mean, memory.Values.Slice(j * width, width), share);
            }
        });
    }
}
