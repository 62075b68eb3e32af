using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatBot.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Trouble",
                table: "Reminders",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "PushKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    PublicKey = table.Column<string>(type: "TEXT", nullable: false),
                    PrivateKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PushKeys", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PushKeys");

            migrationBuilder.DropColumn(
                name: "Trouble",
                table: "Reminders");
        }
    }
}
