using Lossary.Numerics;
using static Lossary.Tensors.Tests.CentralDifferences;

namespace Lossary.Tensors.Tests;

public sealed class SecondOrderTests
{
    private readonly Tensor<double> _input = Variable(new Shape(6, 3), 1);
    private readonly Tensor<double> _weights = Variable(new Shape(3, 5), 2);
    private readonly Tensor<double> _bias = Variable(new Shape(5), 3);
    private readonly Tensor<double> _outer = Variable(new Shape(5, 1), 4);
    private readonly Tensor<double> _outerBias = Variable(new Shape(1), 5);

    public static TheoryData<string> Activations =>
        new("none", "relu", "tanh", "sigmoid", "softplus", "silu", "gelu", "elu", "softsign");

    [Theory]
    [MemberData(nameof(Activations))]
    public void The_gradient_penalty_of_a_critic_is_differentiated_by_its_weights(string name)
    {
        Activation activation = Activation.Parse(name);
        // I. Gulrajani et al., "Improved Training of Wasserstein GANs", arXiv:1704.00028, equation 3.
        double[] samples = _input.Values.ToArray();
        Check(Penalty, _weights, _bias, _outer, _outerBias);

        Tensor<double> Penalty(Tape<double> tape)
        {
            Tensor<double> input = tape.Variable(_input.Shape, samples);
            Tensor<double> slope = tape.Gradient(tape.Sum(Critic(tape, input, activation)), input);
            Tensor<double> norm = tape.Sqrt(tape.Sum(tape.Square(slope), [1]));
            return tape.Mean(tape.Square(tape.Shift(norm, -1)));
        }
    }

    [Theory]
    [MemberData(nameof(Activations))]
    public void A_product_of_the_Hessian_is_a_difference_of_gradients(string name)
    {
        Activation activation = Activation.Parse(name);
        CheckHessian(tape => tape.LogSumExp(Critic(tape, _input, activation), [0]), _weights);
        CheckHessian(tape => tape.LogSumExp(Critic(tape, _input, activation), [0]), _input);
    }

    [Fact]
    public void Matrix_products_and_dropout_have_a_second_order()
    {
        Check(tape => tape.Weighed(tape.Gradient(Product(tape), _input)), _input, _weights);
        Check(tape => tape.Weighed(tape.Gradient(Product(tape), _weights)), _input, _weights);

        Tensor<double> Product(Tape<double> tape) => tape.Weighed(
            tape.Exp(tape.Dropout(tape.MatMul(_input, _weights), 0.3, new RandomStream(7))));
    }

    [Fact]
    public void Pools_have_a_second_order()
    {
        Tensor<double> image = Variable(new Shape(2, 5, 4, 3), 9);
        Window moved = new(3) { StrideHeight = 2, StrideWidth = 1, Padding = 1 };
        CheckHessian(tape => tape.LogSumExp(tape.MaxPool(image, moved), [0, 1, 2, 3]), image);
        CheckHessian(tape => tape.LogSumExp(tape.AveragePool(image, moved), [0, 1, 2, 3]), image);
        CheckHessian(tape => tape.LogSumExp(tape.AdaptiveMaxPool(image, 2, 3), [0, 1, 2, 3]), image);
        CheckHessian(tape => tape.LogSumExp(tape.AdaptiveAveragePool(image, 2, 3), [0, 1, 2, 3]), image);
    }

    [Fact]
    public void An_average_pool_has_a_third_order()
    {
        Tensor<double> image = Variable(new Shape(1, 4, 4, 1), 10);
        Check(Penalty, image);

        Tensor<double> Penalty(Tape<double> tape)
        {
            Tensor<double> mean = tape.Weighed(tape.Exp(tape.AveragePool(image, new Window(2))));
            Tensor<double> slope = tape.Gradient(mean, image);
            return tape.Weighed(tape.Gradient(tape.Sum(tape.Square(slope)), image));
        }
    }

    [Fact]
    public void Cross_entropy_from_parts_has_the_Hessian_of_softmax()
    {
        Tensor<double> logits = Variable(new Shape(1, 3), 8);
        Tape<double> tape = new();
        Tensor<double> entropy = tape.Subtract(
            tape.LogSumExp(logits, [1]), tape.Reshape(tape.Slice(logits, 1, 2, 1), new Shape(1)));
        Tensor<double> gradient = tape.Gradient(entropy, logits);
        double total = logits.Values.ToArray().Sum(Math.Exp);
        double[] shares = [.. logits.Values.ToArray().Select(x => Math.Exp(x) / total)];
        for (int i = 0; i < 3; i++)
        {
            Tensor<double> row = tape.Gradient(tape.Reshape(tape.Slice(gradient, 1, i, 1), new Shape(1)), logits);
            for (int j = 0; j < 3; j++)
            {
                // diag(p) − p pᵀ.
                Assert.Equal((i == j ? shares[i] : 0) - (shares[i] * shares[j]), row.Values[j], 1e-14);
            }
        }
    }

    [Fact]
    public void A_step_with_a_gradient_penalty_allocates_nothing()
    {
        double[] samples = _input.Values.ToArray();
        Tape<double> tape = new();
        void Step()
        {
            tape.Reset();
            Tensor<double> input = tape.Variable(_input.Shape, samples);
            Tensor<double> score = tape.Sum(Critic(tape, input, Activation.Tanh));
            tape.Backward(tape.Add(score, tape.Mean(tape.Square(tape.Gradient(score, input)))));
        }

        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Step();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private Tensor<double> Critic(Tape<double> tape, Tensor<double> input, Activation activation) => tape.Dense(
        tape.Dense(input, _weights, _bias, activation), _outer, _outerBias, Activation.Tanh);

    private static void CheckHessian(Func<Tape<double>, Tensor<double>> objective, Tensor<double> variable)
    {
        const double Step = 1e-5;
        double[] centre = variable.Values.ToArray();
        double[] direction = [.. Enumerable.Range(0, centre.Length).Select(i => Math.Sin(i + 1))];
        Tape<double> tape = new();
        Tensor<double> gradient = tape.Gradient(objective(tape), variable);
        Tensor<double> along = tape.Sum(tape.Multiply(gradient, tape.Constant(variable.Shape, direction)));
        double[] product = tape.Gradient(along, variable).Values.ToArray();
        double[] after = GradientAt(Step), before = GradientAt(-Step);
        for (int i = 0; i < centre.Length; i++)
        {
            double difference = (after[i] - before[i]) / (2 * Step);
            Assert.Equal(difference, product[i], 1e-6 * (1 + Math.Abs(difference)));
        }

        double[] GradientAt(double step)
        {
            for (int i = 0; i < centre.Length; i++)
            {
                variable.Values[i] = centre[i] + (step * direction[i]);
            }

            tape.Reset();
            variable.ClearGradient();
            tape.Backward(objective(tape));
            centre.CopyTo(variable.Values);
            return variable.Gradient.ToArray();
        }
    }
}
