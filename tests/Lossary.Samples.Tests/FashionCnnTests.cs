using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Samples.Tests;

public sealed class FashionCnnTests
{
    [Fact]
    public void The_network_has_the_parameters_of_its_description_and_learns()
    {
        ImageSet pictures = Bars(600);

        ClothesResult result = FashionCnn.Run(TextWriter.Null, pictures, Bars(100), epochs: 3);

        // (9 + 1) 32, (9 · 32 + 1) 64, (9 · 64 + 1) 64, (576 + 1) 64, (64 + 1) 10.
        Assert.Equal(320 + 18_496 + 36_928 + 36_928 + 650, result.Parameters);
        Assert.True(result.TestAccuracy > 0.9, $"accuracy {result.TestAccuracy}");
    }

    [Fact]
    public void A_few_pictures_of_clothes_are_enough_to_be_right_in_two_of_three_cases()
    {
        if (DataFolders.TryFind(FashionMnist.Package) is string)
        {
            ClothesResult result = FashionCnn.Run(
                TextWriter.Null, FashionMnist.ReadTraining().Take(3000), FashionMnist.ReadTest().Take(500), epochs: 3);

            Assert.True(result.TestAccuracy > 0.66, $"accuracy {result.TestAccuracy}");
        }
    }

    /// <summary>Ten classes without any data: a bright bar at one of ten heights, in noise.</summary>
    private static ImageSet Bars(int count)
    {
        RandomStream random = new(seed: (ulong)count);
        byte[] pixels = new byte[count * 28 * 28];
        int[] classes = new int[count];
        for (int i = 0; i < count; i++)
        {
            classes[i] = random.NextInt(10);
            for (int pixel = 0; pixel < 28 * 28; pixel++)
            {
                bool isBar = pixel / 28 / 2 == classes[i] + 2;
                pixels[(i * 28 * 28) + pixel] = (byte)(random.NextInt(60) + (isBar ? 150 : 0));
            }
        }

        return new ImageSet(pixels, 28, 28, 1, classes, FashionMnist.ClassNames);
    }
}
