using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class SetPredictionLossTests() : ArrayLaws<SetPredictionLoss>
{
    [Fact]
    public void Two_boxes_predicted_in_the_other_order_are_matched()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 3, 2), 0, 0, 0, 0, 0, 0),
            ["boxes"] = Numbers(new Shape(1, 3, 4), 4, 4, 6, 6, 8, 8, 9, 9, 0, 0, 2, 2),
            ["classes"] = Numbers(new Shape(1, 2), 0, 0),
            ["target-boxes"] = Numbers(new Shape(1, 2, 4), 0, 0, 2, 2, 4, 4, 6, 6),
            ["count"] = Numbers(new Shape(1), 2),
        };
        Assert.Equal(Math.Log(2), ValueOf(inputs), 13);
        inputs["boxes"].Values[2] = 7;

        // One edge is 1 off: an overlap of 4 of 6, nothing wasted.
        Assert.Equal(Math.Log(2) + (0.5 * ((5 * 1) + (2 / 3.0))), ValueOf(inputs), 13);
    }

    [Fact]
    public void A_query_that_is_to_say_nothing_weighs_a_tenth()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 2, 2), 0, Math.Log(3), 0, Math.Log(3)),
            ["boxes"] = Numbers(new Shape(1, 2, 4), 0, 0, 2, 2, 4, 4, 6, 6),
            ["classes"] = Numbers(new Shape(1, 1), 0),
            ["target-boxes"] = Numbers(new Shape(1, 1, 4), 4, 4, 6, 6),
            ["count"] = Numbers(new Shape(1), 1),
        };
        Assert.Equal((Math.Log(4) + (0.1 * Math.Log(4.0 / 3))) / 1.1, ValueOf(inputs), 13);
    }

    [Fact]
    public void More_boxes_than_queries_are_refused()
    {
        LossInputs<double> inputs = new()
        {
            ["logits"] = Numbers(new Shape(1, 1, 2), 0, 0),
            ["boxes"] = Numbers(new Shape(1, 1, 4), 0, 0, 2, 2),
            ["classes"] = Numbers(new Shape(1, 2), 0, 0),
            ["target-boxes"] = Numbers(new Shape(1, 2, 4), 0, 0, 2, 2, 4, 4, 6, 6),
            ["count"] = Numbers(new Shape(1), 2),
        };
        ArgumentException refusal = Assert.Throws<ArgumentException>(() => Subject.Evaluate(inputs));
        Assert.Contains("only 1 queries", refusal.Message, StringComparison.Ordinal);
    }
}
