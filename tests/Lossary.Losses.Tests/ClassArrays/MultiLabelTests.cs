namespace Lossary.Losses.Tests;

public sealed class MultiLabelMarginLossTests() : ArrayLaws<MultiLabelMarginLoss>
{
    [Fact]
    public void Every_label_and_every_other_class_are_a_pair()
    {
        // The example of PyTorch's documentation: labels 3 and 0 of scores 0.1, 0.2, 0.4, 0.8.
        Assert.Equal(0.85, Subject.Evaluate(RowInputs.OfLabels([0.1, 0.2, 0.4, 0.8], 1, 0, 0, 1)).Mean, 1e-15);
    }
}

public sealed class MultiLabelSoftMarginLossTests() : ArrayLaws<MultiLabelSoftMarginLoss>
{
    [Fact]
    public void Loss_is_the_mean_binary_cross_entropy()
    {
        double[] scores = [0.3, -1.2, 2], labels = [1, 0, 1];
        Assert.Equal(
            default(BinaryCrossEntropyLoss).Mean(scores, labels),
            Subject.Evaluate(RowInputs.OfLabels(scores, labels)).Mean,
            1e-15);
    }
}

public sealed class MultiLabelSoftmaxLossTests() : ArrayLaws<MultiLabelSoftmaxLoss>
{
    [Fact]
    public void Labels_and_others_have_a_softmax_with_0_each()
    {
        double expected = Math.Log(1 + Math.Exp(0.5) + Math.Exp(-1)) + Math.Log(1 + Math.Exp(-2));
        Assert.Equal(expected, Subject.Evaluate(RowInputs.OfLabels([0.5, 2, -1], 0, 1, 0)).Mean, 1e-15);
    }

    [Fact]
    public void Huge_scores_do_not_overflow() =>
        Assert.Equal(2000, Subject.Evaluate(RowInputs.OfLabels([1000.0, -1000], 0, 1)).Mean, 1e-12);
}

public sealed class LogSumExpPairwiseLossTests() : ArrayLaws<LogSumExpPairwiseLoss>
{
    [Fact]
    public void Every_pair_counts_by_its_exponential()
    {
        double expected = Math.Log(1 + Math.Exp(-1.5) + Math.Exp(-3));
        Assert.Equal(expected, Subject.Evaluate(RowInputs.OfLabels([0.5, 2, -1], 0, 1, 0)).Mean, 1e-15);
    }

    [Fact]
    public void Row_without_labels_costs_nothing() =>
        Assert.Equal(0, Subject.Evaluate(RowInputs.OfLabels([0.5, 2], 0, 0)).Mean);
}
