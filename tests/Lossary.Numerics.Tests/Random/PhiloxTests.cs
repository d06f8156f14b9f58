namespace Lossary.Numerics.Tests;

public sealed class PhiloxTests
{
    /// <summary>The philox4x32-10 lines of kat_vectors in Random123 1.14, words written from the highest to the lowest.</summary>
    public static TheoryData<string, string, string> PublishedVectors => new()
    {
        { "00000000000000000000000000000000", "0000000000000000", "9b00dbd8bc57ac4ce169c58d6627e8d5" },
        { "ffffffffffffffffffffffffffffffff", "ffffffffffffffff", "6d5451fda20bc7c641c83b0e408f276d" },
        { "0370734413198a2e85a308d3243f6a88", "299f31d0a4093822", "24126ea15001e42094fdccebd16cfe09" },
    };

    [Theory]
    [MemberData(nameof(PublishedVectors))]
    public void Block_gives_the_published_words(string counter, string key, string expected)
    {
        UInt128 block = Philox.Block(Hexadecimal<UInt128>(counter), Hexadecimal<ulong>(key));

        Assert.Equal(Hexadecimal<UInt128>(expected), block);
    }

    private static T Hexadecimal<T>(string text) where T : System.Numerics.INumberBase<T> =>
        T.Parse(text, System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);
}
