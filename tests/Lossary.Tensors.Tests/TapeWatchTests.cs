namespace Lossary.Tensors.Tests;

public sealed class TapeWatchTests
{
    private readonly Tape<double> _tape = new() { WatchForNaN = true };

    [Theory]
    [InlineData(0.0, "-∞")]
    [InlineData(-1.0, "NaN")]
    public void The_operation_that_made_it_is_named_with_its_layer(double number, string made)
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(2, 2), [1, 2, number, 4]);
        _tape.Scope = "layer 1";
        Tensor<double> y = _tape.Scale(x, 2);
        _tape.Scope = "layer 2";
        Tensor<double> logarithm = _tape.Log(y);
        _tape.Scope = "layer 3";
        NonFiniteNumberException found = Assert.Throws<NonFiniteNumberException>(() => _tape.Scale(logarithm, 0));
        Assert.Equal(("Log", "layer 2", false), (found.Operation, found.Scope, found.IsGradient));
        Assert.Contains(
            "Log in layer 2 made a number that is not finite: element 2 of its output, of shape [2, 2], is " +
            made.Replace("∞", "Infinity", StringComparison.Ordinal),
            found.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_operation_is_looked_at_when_the_backward_pass_begins()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [1e200]);
        Tensor<double> square = _tape.Square(x);
        Assert.Equal("Square", Assert.Throws<NonFiniteNumberException>(() => _tape.Backward(square)).Operation);
    }

    [Fact]
    public void A_gradient_is_found_where_the_backward_pass_made_it()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(3), [1, 0, 4]);
        _tape.Scope = "norm";
        Tensor<double> root = _tape.Sqrt(_tape.Scale(x, 1));
        _tape.Scope = "loss";
        Tensor<double> sum = _tape.Sum(root);
        NonFiniteNumberException found = Assert.Throws<NonFiniteNumberException>(() => _tape.Backward(sum));
        Assert.Equal(("Sqrt", "norm", true), (found.Operation, found.Scope, found.IsGradient));
        Assert.Contains(
            "element 1 of the gradient of an input, of shape [3], is Infinity", found.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Without_recording_it_is_found_too_and_unwatched_nothing_is()
    {
        Tensor<double> x = _tape.Constant(new Shape(1), [-1]);
        using (_tape.NoGradient())
        {
            _tape.Stack(0, x, x);
            _tape.Sqrt(x);
            Assert.Equal(
                "Sqrt", Assert.Throws<NonFiniteNumberException>(() => _tape.Scale(x, 1)).Operation);
        }

        _tape.Reset();
        _tape.WatchForNaN = false;
        Assert.True(double.IsNaN(_tape.Sum(_tape.Sqrt(_tape.Constant(new Shape(1), [-1]))).Scalar));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void It_is_found_at_every_place_and_nowhere_else(double number)
    {
        for (int length = 1; length < 150; length += 7)
        {
            float[] values = new float[length];
            values.AsSpan().Fill(float.MaxValue);
            Assert.True(FiniteSweep.IsFinite<float>(values));
            for (int i = 0; i < length; i++)
            {
                float before = values[i];
                values[i] = (float)number;
                Assert.False(FiniteSweep.IsFinite<float>(values));
                values[i] = before;
            }
        }

        Assert.False(FiniteSweep.IsFinite<double>([1, number]));
    }
}
