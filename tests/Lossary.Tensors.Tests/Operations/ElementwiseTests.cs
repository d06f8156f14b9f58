using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class ElementwiseTests
{
    private readonly Tape<double> _tape = new();

    public static TheoryData<string, Func<Tape<double>, Tensor<double>, Tensor<double>>> Functions => new()
    {
        { "Negate", (tape, x) => tape.Negate(x) },
        { "Exp", (tape, x) => tape.Exp(x) },
        { "Log", (tape, x) => tape.Log(tape.Shift(tape.Square(x), 0.1)) },
        { "Sqrt", (tape, x) => tape.Sqrt(tape.Shift(x, 2)) },
        { "Square", (tape, x) => tape.Square(x) },
        { "Cube", (tape, x) => tape.Power(x, 3) },
        { "Power", (tape, x) => tape.Power(tape.Shift(x, 2), -1.7) },
        { "Inverse square", (tape, x) => tape.Power(tape.Shift(x, 2), -2) },
        { "Abs", (tape, x) => tape.Abs(x) },
        { "Scale and shift", (tape, x) => tape.Shift(tape.Scale(x, -2.5), 3) },
    };

    public static TheoryData<string, Func<Tape<double>, Tensor<double>, Tensor<double>, Tensor<double>>> Pairs => new()
    {
        { "Add", (tape, x, y) => tape.Add(x, y) },
        { "Subtract", (tape, x, y) => tape.Subtract(x, y) },
        { "Multiply", (tape, x, y) => tape.Multiply(x, y) },
        { "Divide", (tape, x, y) => tape.Divide(x, tape.Shift(y, 2)) },
        { "Minimum", (tape, x, y) => tape.Minimum(x, tape.Scale(y, 0.7)) },
        { "Maximum", (tape, x, y) => tape.Maximum(x, tape.Scale(y, 0.7)) },
        { "Where", (tape, x, y) => tape.Where(tape.Less(x, y), x, tape.Square(y)) },
        { "BroadcastTo", (tape, x, y) => tape.Multiply(tape.BroadcastTo(x, new Shape(2, 3, 5)), y) },
        { "SumTo", (tape, x, y) => tape.SumTo(tape.Multiply(x, y), new Shape(3, 1)) },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void The_gradient_of_a_function_is_its_slope(
        string name, Func<Tape<double>, Tensor<double>, Tensor<double>> function)
    {
        Assert.NotEmpty(name);
        Tensor<double> x = Variable(new Shape(3, 7), 1);
        Check(tape => tape.Weighed(function(tape, x)), x);
        // The recorded gradient is the same, and its own gradient is its slope.
        Check(tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Square(function(tape, x))), x)), x);
        AssertSameGradient(tape => tape.Weighed(function(tape, x)), x);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_gradients_of_two_tensors_are_the_slopes(
        string name, Func<Tape<double>, Tensor<double>, Tensor<double>, Tensor<double>> function)
    {
        Assert.NotEmpty(name);
        foreach ((Shape left, Shape right) in (ReadOnlySpan<(Shape, Shape)>)
            [(new(3, 5), new(3, 5)), (new(3, 5), new(5)), (new(3, 1), new(3, 5)), (new(1, 5), new(3, 1))])
        {
            Tensor<double> x = Variable(left, 2), y = Variable(right, 3);
            Check(tape => tape.Weighed(function(tape, x, y)), x, y);
            Check(tape => tape.Weighed(tape.Gradient(tape.Weighed(tape.Square(function(tape, x, y))), x)), x, y);
            AssertSameGradient(tape => tape.Weighed(function(tape, x, y)), x);
            AssertSameGradient(tape => tape.Weighed(function(tape, x, y)), y);
        }
    }

    [Fact]
    public void Values_are_those_of_the_definitions()
    {
        Tensor<double> x = _tape.Constant(new Shape(4), [-2, 0, 1, 4]), y = _tape.Constant(new Shape(4), [1, 0, -3, 9]);
        Assert.Equal([-3, 0, 4, -5], _tape.Subtract(x, y).Values.ToArray());
        Assert.Equal([-2, 0, -3, 4], _tape.Minimum(x, y).Values.ToArray());
        Assert.Equal([1, 0, 1, 9], _tape.Maximum(x, y).Values.ToArray());
        Assert.Equal([2, 0, 1, 4], _tape.Abs(x).Values.ToArray());
        Assert.Equal([-1, 0, 1, 1], _tape.Sign(x).Values.ToArray());
        Assert.Equal([1, 0, 0, 1], _tape.Less(x, y).Values.ToArray());
        Assert.Equal([1, 0, 1, 9], _tape.Where(_tape.Less(x, y), y, x).Values.ToArray());
        Assert.Equal([double.NaN, 0, 1, 2], _tape.Sqrt(x).Values.ToArray());
    }

    [Fact]
    public void Powers_of_negative_numbers_and_of_0_are_those_of_the_integers()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(3), [-2, 0, 3]);
        AssertClose([-8, 0, 27], _tape.Power(x, 3));
        AssertClose([4, 0, 9], _tape.Power(x, 2));
        AssertClose([1, 1, 1], _tape.Power(x, 0));
        AssertClose([-0.5, double.PositiveInfinity, 1.0 / 3], _tape.Power(x, -1));
        Assert.True(double.IsNaN(_tape.Power(x, 0.5).Values[0]));
        _tape.Backward(_tape.Sum(_tape.Power(x, 0)));
        Assert.Equal([0, 0, 0], x.Gradient.ToArray());
        _tape.Backward(_tape.Sum(_tape.Power(x, 1)));
        AssertClose([1, 1, 1], x.Gradient);
    }

    [Fact]
    public void Equal_numbers_share_the_gradient_of_a_minimum_and_of_a_maximum()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(1), [2]), y = Tensor<double>.Variable(new Shape(1), [2]);
        _tape.Backward(_tape.Add(_tape.Minimum(x, y), _tape.Scale(_tape.Maximum(x, y), 10)));
        Assert.Equal(5.5, x.Gradient[0]);
        Assert.Equal(5.5, y.Gradient[0]);
    }

    [Fact]
    public void What_a_choice_leaves_out_does_not_spoil_the_gradient()
    {
        Tensor<double> x = Tensor<double>.Variable(new Shape(2), [-1, 4]);
        Tensor<double> isPositive = _tape.Less(_tape.Constant(new Shape(1), [0]), x);
        Tensor<double> safe = _tape.Where(isPositive, x, _tape.Constant(new Shape(1), [1]));
        _tape.Backward(_tape.Sum(_tape.Where(isPositive, _tape.Sqrt(safe), x)));
        // By hand: 1 where x itself passes, 1 / (2 √4) at 4.
        Assert.Equal([1, 0.25], x.Gradient.ToArray());
    }

    internal static void AssertSameGradient(
        Func<Tape<double>, Tensor<double>> objective, Tensor<double> variable)
    {
        Tape<double> tape = new();
        variable.ClearGradient();
        Tensor<double> value = objective(tape);
        Tensor<double> recorded = tape.Gradient(value, variable);
        tape.Backward(value);
        AssertClose(variable.Gradient.ToArray(), recorded);
    }

    private static void AssertClose(double[] expected, Tensor<double> actual) => AssertClose(expected, actual.Values);

    private static void AssertClose(double[] expected, ReadOnlySpan<double> actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(
                expected[i] == actual[i] || Math.Abs(expected[i] - actual[i]) <= 1e-12 * (1 + Math.Abs(expected[i])),
                $"element {i}: expected {expected[i]}, got {actual[i]}");
        }
    }
}
