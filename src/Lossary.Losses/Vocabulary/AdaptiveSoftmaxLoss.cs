using System.Numerics;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses;

/// <summary>
/// Cross entropy over a vocabulary sorted by frequency: frequent classes first, rare ones in clusters with fewer
/// numbers.
/// </summary>
/// <remarks>
/// <code>
/// L = −ln p_head(y)                                 for a frequent class
/// L = −ln p_head(cluster) − ln p_cluster(y)         for a rare one
/// </code>
/// The head scores the classes below the first cutoff, then each cluster. Cluster i reads d / divisionⁱ numbers,
/// rounded down: its projection is <c>[dᵢ, d]</c>, its weights <c>[classes, dᵢ]</c>, and both are packed one cluster
/// after the other. The last cutoff is the number of classes. Only the rows of a cluster's targets are multiplied with
/// it. Reference: É. Grave et al., "Efficient softmax approximation for GPUs", ICML 2017, arXiv:1609.04309.
/// </remarks>
public readonly struct AdaptiveSoftmaxLoss : IGraphLoss<AdaptiveSoftmaxLoss>, IDocumentedLoss
{
    private static readonly ParameterCard s_division =
        new("division", "r", 4, new(1, double.PositiveInfinity, true, false),
        "how many times fewer numbers each next cluster reads");

    private readonly double _division;

    /// <summary>Makes the loss.</summary>
    /// <param name="division">How many times fewer numbers each next cluster reads; 1 and above.</param>
    public AdaptiveSoftmaxLoss(double division) => _division = s_division.Bind(division).Value;

    /// <inheritdoc/>
    public static LossCard Card { get; } = new()
    {
        Key = "adaptive-softmax",
        Title = "adaptive softmax",
        Use = "Language models over large vocabularies with few frequent and many rare words: exact, and several "
            + "times faster.",
        Avoid = "Classes are pieces of words, whose frequencies are even: linear-cross-entropy.",
        Reference = "É. Grave, A. Joulin, M. Cissé, D. Grangier, H. Jégou, Efficient softmax approximation for GPUs, "
            + "ICML 2017, arXiv:1609.04309",
        Latex = @"-\ln p_0(c(y)) - \ln p_{c(y)}(y)",
        Names = new() { PyTorch = "AdaptiveLogSoftmaxWithLoss", Chinese = "自适应 softmax" },
        Translations =
        [
            new(
                "torch.nn.AdaptiveLogSoftmaxWithLoss(div_value=4.0)",
                "adaptive-softmax:division={div_value}",
                "it holds the weights, which are inputs here, and cutoffs has to be given"),
        ],
        Tasks = LossTask.Sequence,
        Parameters = [s_division],
    };

    /// <inheritdoc/>
    public static IReadOnlyList<InputCard> Inputs { get; } =
    [
        new("hidden", "h", InputKind.Real, "n, d", "what the last layer reads") { IsDifferentiable = true },
        new("head", "W_0", InputKind.Real, "h, d", "a row for each frequent class, then one for each cluster")
        {
            IsDifferentiable = true,
        },
        new("projections", "P", InputKind.Real, "p", "the clusters' projections, packed") { IsDifferentiable = true },
        new("tails", "W", InputKind.Real, "q", "the clusters' weights, packed") { IsDifferentiable = true },
        new("cutoffs", "c", InputKind.Count, "k", "where each cluster begins, then the number of classes"),
        new("target", "y", InputKind.Count, "n", "the true class, by falling frequency"),
    ];

    /// <inheritdoc/>
    public LossTraits Traits => new() { Smoothness = int.MaxValue };

    /// <inheritdoc/>
    public static void Arrange(AdaptiveSoftmaxLoss loss, LossInputs<double> inputs, RandomStream random)
    {
        int[] cutoffs = [2, 4, 7];
        AdaptiveClusters clusters = new(cutoffs, inputs["hidden"].Shape[1], loss._division);
        inputs["cutoffs"] = new Tensor<double>(new Shape(cutoffs.Length), new double[] { 2, 4, 7 });
        inputs["head"] = Drawn(new Shape(clusters.HeadClasses, inputs["hidden"].Shape[1]), random.Split("head"));
        inputs["projections"] = Drawn(new Shape(clusters.ProjectionLength), random.Split("projections"));
        inputs["tails"] = Drawn(new Shape(clusters.TailLength), random.Split("tails"));
        Span<double> targets = inputs["target"].Values;
        for (int i = 0; i < targets.Length; i++)
        {
            targets[i] = i % 7;
        }
    }

    /// <inheritdoc/>
    public LossTerms<T> Terms<T>(Tape<T> tape, LossInputs<T> inputs)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int[] targets = inputs.Whole(tape, "target");
        AdaptiveClusters clusters = AdaptiveClusters.Read(tape, inputs, _division, targets);
        int[] inHead = tape.RentArray<int>(targets.Length);
        for (int i = 0; i < targets.Length; i++)
        {
            inHead[i] = clusters.HeadClassOf(targets[i]);
        }

        Tensor<T> hidden = inputs["hidden"];
        Tensor<T> values = Costs(tape, tape.Product(hidden, false, inputs["head"], true), inHead);
        for (int cluster = 0; cluster < clusters.Count; cluster++)
        {
            int[] rows = clusters.RowsOf(tape, cluster, targets);
            if (rows.Length > 0)
            {
                Tensor<T> indices = tape.Rent(new Shape(rows.Length));
                int first = clusters.FirstClassOf(cluster);
                int[] within = tape.RentArray<int>(rows.Length);
                for (int i = 0; i < rows.Length; i++)
                {
                    indices.Values[i] = T.CreateTruncating(rows[i]);
                    within[i] = targets[rows[i]] - first;
                }

                Tensor<T> projected = tape.Product(
                    tape.Gather(hidden, indices), false, clusters.Projection(tape, inputs["projections"], cluster),
                    true);
                Tensor<T> logits = tape.Product(projected, false, clusters.Tail(tape, inputs["tails"], cluster), true);
                values = tape.Add(values, tape.ScatterAdd(Costs(tape, logits, within), indices, values.Shape));
            }
        }

        return new(values);
    }

    private static Tensor<T> Costs<T>(Tape<T> tape, Tensor<T> logits, int[] classes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int rows = logits.Shape[0], count = logits.Shape[1];
        double[] ones = tape.RentArray<double>(rows);
        Array.Fill(ones, 1);
        Tensor<T> costs = tape.TokenCrossEntropy(
            tape.Reshape(logits, new Shape(1, rows, count)),
            new ScoreTargets(classes, ones, tape.RentArray<double>(rows), count, 0));
        return tape.Reshape(costs, new Shape(rows));
    }

    private static Tensor<double> Drawn(Shape shape, RandomStream random)
    {
        double[] values = new double[shape.Length];
        random.FillNormal(values);
        return new(shape, values, new double[values.Length]);
    }
}
