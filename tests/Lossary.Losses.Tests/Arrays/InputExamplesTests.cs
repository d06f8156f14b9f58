using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class InputExamplesTests
{
    [Fact]
    public void An_open_shape_gets_more_than_one_pixel()
    {
        // With a single pixel true and false positives balance, and the Matthews correlation is 0 whatever is predicted.
        LossInputs<double> inputs = LossCatalogue.Create<IArrayLoss>("mcc").Example(new RandomStream(1), rows: 3);

        Assert.Equal(new Shape(3, 4, 2), inputs["prediction"].Shape);
        Assert.Equal(new Shape(3, 2), inputs["counts"].Shape);
    }
}
