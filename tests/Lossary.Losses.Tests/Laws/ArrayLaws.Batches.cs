using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <content>Weights, masks, parts of a batch.</content>
public abstract partial class ArrayLaws<TLoss>
{
    [Fact]
    public void Weights_multiply_the_terms()
    {
        LossInputs<double> inputs = Example(20);
        double[] values = TermsOf(inputs);
        inputs.Weights = values.Select((_, i) => 0.5 + (i % 3)).ToArray();
        inputs.Reduction = Reduction.Sum;
        double expected = values.Select((value, i) => value * (0.5 + (i % 3))).Sum();
        Close.Check(expected, Subject.Evaluate(inputs).Sum, 1e-12, 1e-12, "weighted sum");
    }

    [Fact]
    public void A_masked_term_is_out()
    {
        LossInputs<double> inputs = Example(21);
        double[] values = TermsOf(inputs);
        if (values.Length < 2)
        {
            Assert.Single(values);
            return;
        }

        inputs.Mask = values.Select((_, i) => i != 1).ToArray();
        inputs.Reduction = Reduction.Sum;
        Close.Check(values.Sum() - values[1], Subject.Evaluate(inputs).Sum, 1e-12, 1e-12, "sum without the term");
    }

    [Fact]
    public void Nothing_that_counts_is_0_with_a_gradient_of_0()
    {
        LossInputs<double> inputs = Example(22);
        inputs.Mask = new bool[TermsOf(inputs).Length];
        Assert.Equal(new Totals(0, 0), Subject.Evaluate(inputs));
        foreach (InputCard card in Differentiable.Where(card => inputs.Find(card.Name) is not null))
        {
            Assert.All(inputs[card.Name].Gradient.ToArray(), slope => Assert.Equal(0, slope));
        }
    }

    [Fact]
    public void Parts_of_a_batch_add_up_unless_samples_are_coupled()
    {
        if (Subject.Traits.IsCoupled)
        {
            Assert.Contains(TLoss.Inputs, card => card.Shape.Length > 0);
            return;
        }

        LossInputs<double> whole = Example(23);
        whole.Reduction = Reduction.Sum;
        int cut = Rows / 3;
        double expected = Subject.Evaluate(whole).Sum;
        double actual = Subject.Evaluate(Part(whole, 0, cut)).Sum + Subject.Evaluate(Part(whole, cut, Rows - cut)).Sum;
        Close.Check(expected, actual, 1e-12, 1e-12, "two parts");
    }

    [Fact]
    public void The_order_of_the_samples_is_all_one()
    {
        if (!IsOrderFree)
        {
            Assert.True(Rows > 1);
            return;
        }

        LossInputs<double> inputs = Example(24), turned = Example(24);
        foreach (InputCard card in TLoss.Inputs.Where(card => HasRows(card) && turned.Find(card.Name) is not null))
        {
            Span<double> values = turned[card.Name].Values;
            int width = values.Length / Rows;
            double[] copy = values.ToArray();
            for (int row = 0; row < Rows; row++)
            {
                copy.AsSpan((Rows - 1 - row) * width, width).CopyTo(values[(row * width)..]);
            }
        }

        Close.Check(ValueOf(inputs), ValueOf(turned), 1e-11, 1e-12, "turned round");
    }

    /// <summary>Some rows of all inputs that have rows.</summary>
    protected LossInputs<double> Part(LossInputs<double> whole, int start, int count)
    {
        LossInputs<double> part = new() { Reduction = whole.Reduction };
        foreach (InputCard card in TLoss.Inputs.Where(card => whole.Find(card.Name) is not null))
        {
            Tensor<double> tensor = whole[card.Name];
            int width = tensor.Shape.Length / Rows;
            double[] values = HasRows(card)
                ? tensor.Values.Slice(start * width, count * width).ToArray()
                : tensor.Values.ToArray();
            Shape shape = HasRows(card) ? tensor.Shape.WithFirst(count) : tensor.Shape;
            part[card.Name] = tensor.RequiresGradient
                ? new Tensor<double>(shape, values, new double[values.Length])
                : new Tensor<double>(shape, values);
        }

        return part;
    }

    /// <summary>Each term by itself, unweighted.</summary>
    protected double[] TermsOf(LossInputs<double> inputs)
    {
        LossTerms<double> terms = Subject.Terms(new Tape<double>(), inputs);
        double[] values = terms.Values.Values.ToArray();
        return terms.Weights is { } weights
            ? [.. values.Zip(weights.Values.ToArray(), (value, weight) => weight == 0 ? 0 : value * weight)]
            : values;
    }

    private static bool HasRows(InputCard card) =>
        card.Shape == "n" || card.Shape.StartsWith("n,", StringComparison.Ordinal) || card.Shape == "…";
}
