using Lossary.Numerics;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class GradientTests
{
    [Fact]
    public void MatMul()
    {
        Tensor<double> left = Variable(new Shape(5, 3), 1), right = Variable(new Shape(3, 7), 2);
        Check(tape => tape.Weighed(tape.MatMul(left, right)), left, right);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void BatchMatMul(bool transposesLeft, bool transposesRight)
    {
        Tensor<double> left = Variable(transposesLeft ? new Shape(2, 3, 4, 5) : new Shape(2, 3, 5, 4), 21);
        Tensor<double> right = Variable(transposesRight ? new Shape(2, 3, 7, 4) : new Shape(2, 3, 4, 7), 22);
        Check(tape => tape.Weighed(tape.BatchMatMul(left, right, transposesLeft, transposesRight)), left, right);
    }

    [Fact]
    public void Dense_of_sequences()
    {
        Tensor<double> input = Variable(new Shape(2, 5, 3), 23);
        Tensor<double> weights = Variable(new Shape(3, 4), 24), bias = Variable(new Shape(4), 25);
        Check(tape => tape.Weighed(tape.Dense(input, weights, bias, Activation.Tanh)), input, weights, bias);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("relu")]
    [InlineData("tanh")]
    [InlineData("sigmoid")]
    [InlineData("elu:alpha=0.7")]
    [InlineData("gelu")]
    public void Dense(string activation)
    {
        Tensor<double> input = Variable(new Shape(6, 3), 3);
        Tensor<double> weights = Variable(new Shape(3, 9), 4), bias = Variable(new Shape(9), 5);
        Activation function = Activation.Parse(activation);
        Check(tape => tape.Weighed(tape.Dense(input, weights, bias, function)), input, weights, bias);
    }

    [Fact]
    public void Add()
    {
        Tensor<double> left = Variable(new Shape(3, 5), 7), right = Variable(new Shape(3, 5), 8);
        Check(tape => tape.Weighed(tape.Add(left, right)), left, right);
    }

    [Fact]
    public void Multiply()
    {
        Tensor<double> left = Variable(new Shape(19), 9), right = Variable(new Shape(19), 10);
        Check(tape => tape.Weighed(tape.Multiply(left, right)), left, right);
    }

    [Fact]
    public void Scale()
    {
        Tensor<double> input = Variable(new Shape(11), 11);
        Check(tape => tape.Weighed(tape.Scale(input, -2.5)), input);
    }

    [Fact]
    public void Sum_and_mean()
    {
        Tensor<double> input = Variable(new Shape(4, 4), 12);
        Check(tape => tape.Add(tape.Scale(tape.Sum(input), 3), tape.Mean(tape.Multiply(input, input))), input);
    }

    [Fact]
    public void Dropout()
    {
        Tensor<double> input = Variable(new Shape(8, 8), 13);
        Check(tape => tape.Weighed(tape.Dropout(input, 0.4, new RandomStream(5))), input);
    }

    [Fact]
    public void Objective()
    {
        Tensor<double> input = Variable(new Shape(7), 14);
        Check(tape => tape.Scale(SumOfCubes(tape, tape.Tanh(input)), 0.5), input);
    }

    [Fact]
    public void A_deep_computation_where_one_variable_serves_twice()
    {
        Tensor<double> input = Variable(new Shape(4, 6), 15), weights = Variable(new Shape(6, 6), 16);
        Tensor<double> bias = Variable(new Shape(6), 17);
        Check(
            tape =>
            {
                Tensor<double> hidden = tape.Dense(input, weights, bias, Activation.Tanh);
                Tensor<double> again = tape.Dense(hidden, weights, bias, Activation.Sigmoid);
                return tape.Weighed(tape.Add(tape.Multiply(again, hidden), input));
            },
            input, weights, bias);
    }

    /// <summary>Σ x³ with its gradient 3x², as a loss would give both.</summary>
    private static Tensor<double> SumOfCubes(Tape<double> tape, Tensor<double> input)
    {
        Tensor<double> gradient = tape.Rent(input.Shape);
        double sum = 0;
        for (int i = 0; i < input.Shape.Length; i++)
        {
            double x = input.Values[i];
            sum += x * x * x;
            gradient.Values[i] = 3 * x * x;
        }

        return tape.Objective(input, sum, gradient);
    }
}
