using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class TokenCrossEntropyLossTests() : ArrayLaws<TokenCrossEntropyLoss>(0.1, 1, 1, 0.01, 2)
{
    /// <summary>Two sequences of one and two tokens, three classes.</summary>
    private static LossInputs<double> TwoSequences() => new()
    {
        ["logits"] = Tensor<double>.Variable(new Shape(2, 2, 3), [0, 1, 2, double.NaN, 0, 0, 3, 0, -1, 0.5, 0.5, 0]),
        ["target"] = new(new Shape(2, 2), new double[] { 0, 0, 0, 2 }),
        ["lengths"] = new(new Shape(2), new double[] { 1, 2 }),
    };

    private static double Cost(double score, params double[] all) => Math.Log(all.Sum(Math.Exp)) - score;

    private static readonly double s_first = Cost(0, 0, 1, 2), s_second = Cost(3, 3, 0, -1), s_third = Cost(0, 0.5, 0.5, 0);

    [Fact]
    public void The_mean_is_over_tokens_or_over_sequences()
    {
        Assert.Equal((s_first + s_second + s_third) / 3, new TokenCrossEntropyLoss(0).Evaluate(TwoSequences()).Mean, 14);
        double bySequence = (s_first + ((s_second + s_third) / 2)) / 2;
        Assert.Equal(bySequence, new TokenCrossEntropyLoss(0, bySequence: 1).Evaluate(TwoSequences()).Mean, 14);
    }

    [Fact]
    public void A_fixed_denominator_is_a_sum_with_weights_of_one_by_it()
    {
        LossInputs<double> inputs = TwoSequences();
        inputs.Weights = new double[] { 0.125, 0.125, 0.125, 0.125 };
        inputs.Reduction = Reduction.Sum;
        Assert.Equal((s_first + s_second + s_third) / 8, new TokenCrossEntropyLoss(0).Evaluate(inputs).Sum, 14);
    }

    [Fact]
    public void Padding_has_no_gradient_whatever_stands_there()
    {
        LossInputs<double> inputs = TwoSequences();
        new TokenCrossEntropyLoss(0).Evaluate(inputs);
        Assert.Equal([0, 0, 0], inputs["logits"].Gradient[3..6].ToArray());
    }

    [Fact]
    public void An_ignored_class_does_not_count()
    {
        LossInputs<double> inputs = TwoSequences();
        Assert.Equal(s_third, new TokenCrossEntropyLoss(0, ignoredClass: 0).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void Smoothing_of_others_only_is_smoothing_of_all_by_a_larger_share()
    {
        // fairseq's ε over the c − 1 others is PyTorch's ε c / (c − 1) over all.
        double others = new TokenCrossEntropyLoss(0.2, othersOnly: 1).Evaluate(TwoSequences()).Mean;
        Assert.Equal(new TokenCrossEntropyLoss(0.3).Evaluate(TwoSequences()).Mean, others, 14);
        double uniform = (Cost(0, 0, 1, 2) + Cost(1, 0, 1, 2) + Cost(2, 0, 1, 2)) / 3;
        LossInputs<double> inputs = TwoSequences();
        inputs.Mask = new[] { true, false, false, false };
        Assert.Equal((0.7 * s_first) + (0.3 * uniform), new TokenCrossEntropyLoss(0.3).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void The_squared_log_partition_is_added()
    {
        LossInputs<double> inputs = TwoSequences();
        inputs.Mask = new[] { true, false, false, false };
        double expected = s_first + (0.5 * s_first * s_first);
        Assert.Equal(expected, new TokenCrossEntropyLoss(0, logPartition: 0.5).Evaluate(inputs).Mean, 13);
    }

    [Fact]
    public void It_is_cross_entropy_where_all_tokens_count()
    {
        LossInputs<double> inputs = Subject.Example(new RandomStream(60), 5);
        IClassLoss plain = LossCatalogue.Create<IClassLoss>("cross-entropy");
        double expected = plain.Evaluate(new ClassBatch<double>
        {
            Scores = inputs["logits"].Values,
            Classes = inputs["logits"].Shape[2],
            Targets = inputs.Whole("target"),
        }).Mean;
        LossInputs<double> whole = new() { ["logits"] = inputs["logits"], ["target"] = inputs["target"] };
        Assert.Equal(expected, new TokenCrossEntropyLoss(0).Evaluate(whole).Mean, 13);
    }
}
